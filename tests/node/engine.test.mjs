/** The engine for scripts, dist/engine.js, in Node.js. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import {
  TakeonError,
  affordable,
  agreement,
  appraise,
  changed,
  check,
  load,
  outcomes,
  usual,
  version,
} from "../../dist/engine.js";
import { build } from "../pinned.mjs";

const read = (name) => JSON.parse(readFileSync(new URL(`../cases/${name}`, import.meta.url), "utf8"));
const terms = read("terms.json");
const cases = read("cases.json");
const [{ brief }] = cases;

/** Returns the thrown error, which must have a list of errors. */
function errors(ask) {
  let thrown;
  assert.throws(ask, (error) => {
    thrown = error;
    return error instanceof TakeonError && error instanceof Error;
  });
  return thrown.errors;
}

/** Returns the only error message, which must be about this place. */
function problem(at, ask) {
  const list = errors(ask);
  assert.deepEqual(
    list.map((error) => error.at),
    [at],
  );
  return list[0].message;
}

test("asking before the engine is loaded says what to do", () => {
  assert.throws(() => appraise(brief, terms), /call `await load\(\)` first/);
});

test("the engine is loaded once, and shares its wasm with whoever else starts it", async () => {
  const dist = new URL("../../dist/", import.meta.url);
  const glue = await import(new URL(build.js, dist));
  const start = () => glue.start(() => readFileSync(new URL(build.wasm, dist)));
  const [one, , other] = await Promise.all([start(), load(), start()]);
  assert.equal(one, other);
  assert.equal(load(), load());
  assert.match(version, /^\d+\.\d+\.\d+/);
});

for (const { name, brief, expect } of cases) {
  test(name, () => {
    const answer = appraise(brief, terms);
    assert.equal(answer.verdict, expect.verdict);
    assert.deepEqual(answer.promises.broken, expect.broken);
    const near = (got, wanted, most) => assert.ok(Math.abs(got - wanted) <= most, `${got} is not ${wanted}`);
    for (const [key, odds] of Object.entries(expect.odds)) {
      if (odds === null) assert.equal(answer.odds[key], null);
      else near(answer.odds[key], odds, 0.001);
    }
    for (const key of ["p50", "p80", "p90"]) near(answer.hours[key], expect.hours[key], 0.05 + 0.005 * expect.hours[key]);
  });
}

test("an empty brief is a brief", () => {
  assert.equal(appraise({}, terms).verdict, "ask");
});

test("right terms pass the check, and wrong ones tell every place from their own root", () => {
  assert.equal(check(terms), undefined);
  const wrong = { ...terms, rate: "85", services: [{ id: "a", hours: 1 }, { id: "b" }] };
  const places = errors(() => check(wrong)).map(({ at }) => at);
  assert.ok(places.includes("/rate") && places.includes("/services/1/hours"), places.join());
});

test("every service that is usual has a price and weeks", () => {
  const jobs = usual(terms);
  assert.ok(jobs.length > 0);
  for (const { service, price, weeks } of jobs) {
    assert.ok(terms.services.some(({ id }) => id === service));
    for (const { p50, p80 } of [price, weeks]) assert.ok(0 < p50 && p50 < p80);
  }
});

test("an answer leads where it is said to lead", () => {
  const list = outcomes(brief, terms, "conditions.contentReady");
  assert.deepEqual(
    list.map(({ answer }) => answer),
    [true, false],
  );
  for (const { answer, verdict, both } of list) {
    const appraisal = appraise({ ...brief, conditions: { ...brief.conditions, contentReady: answer } }, terms);
    assert.deepEqual([verdict, both], [appraisal.verdict, appraisal.odds.both]);
  }
  assert.deepEqual(outcomes(brief, terms, "budget"), []);
});

test("more work is more hours, money and weeks, and no change is none", () => {
  const differences = (now) => {
    const { hours, money, weeks } = changed(brief, now, terms);
    return [hours, money, weeks];
  };
  assert.deepEqual(differences(brief), [0, 0, 0]);
  const more = { ...brief, wishes: [...brief.wishes, { name: "Import", hours: 20 }] };
  for (const difference of differences(more)) assert.ok(difference > 0);
});

test("an agreement begins with what is in", () => {
  const [scope, ...others] = agreement(brief, terms);
  assert.deepEqual(scope, { id: "scope", wishes: brief.wishes.map((_, index) => index) });
  assert.ok(others.some(({ id }) => id === "changes"));
});

test("what the money buys is a yes of its own", () => {
  const wishes = [{ name: "A platform", hours: 60 }];
  const [first, ...others] = affordable({ wishes, budget: { fixed: 4000 } }, terms);
  assert.ok(first && others.length < 3);
  for (const { service, both, brief } of [first, ...others]) {
    const { verdict, odds } = appraise(brief, terms);
    assert.deepEqual([verdict, odds.both], ["take", both]);
    assert.equal(brief.wishes[0].service, service);
  }
  assert.deepEqual(affordable({ wishes }, terms), []);
});

test("what is wrong beside the appraisal has its place in its document", () => {
  const wrong = { ...brief, budget: { fixed: -1 } };
  assert.match(
    problem("/rate", () => usual({ ...terms, rate: 0 })),
    /^must be a number/,
  );
  assert.match(
    problem("/question", () => outcomes(brief, terms, "weather")),
    /^must be "wishes" or .*, not "weather"$/,
  );
  const places = errors(() => changed(wrong, wrong, terms)).map(({ at }) => at);
  assert.deepEqual(places, ["/agreed/budget/fixed", "/now/budget/fixed"]);
  problem("/brief/budget/fixed", () => agreement(wrong, terms));
  problem("/now", () => changed(brief, undefined, terms));
});

test("errors of brief and terms come all at once, with their places", () => {
  const list = errors(() => appraise({ ...brief, budget: { fixed: -1 } }, { ...terms, rate: 0 }));
  assert.deepEqual(list.map(({ at }) => at).sort(), ["/brief/budget/fixed", "/terms/rate"]);
  for (const { message } of list) assert.match(message, /^must be a number/);
});

test("the message of the error lists what is wrong", () => {
  assert.throws(
    () => appraise({ ...brief, purpose: "fame" }, terms),
    (error) => error.name === "TakeonError" && /^1 error:\n {2}\/brief\/purpose: "fame" is not/.test(error.message),
  );
});

test("a name that the terms do not have is an error at its place", () => {
  const message = problem("/brief/wishes/0/service", () => appraise({ wishes: [{ service: "forums" }] }, terms));
  assert.match(message, /did you mean "forum"/);
});

test("undefined is not said", () => {
  const said = appraise({ ...brief, purpose: undefined, cashNeeded: undefined }, terms);
  const { purpose, cashNeeded, ...rest } = brief;
  assert.deepEqual(said, appraise(rest, terms));
});

test("null is told apart from not said", () => {
  assert.match(
    problem("/brief/budget", () => appraise({ ...brief, budget: null }, terms)),
    /not null/,
  );
});

test("what JSON cannot hold is named as what it is, and once", () => {
  const deadline = (weeks) => () => appraise({ ...brief, deadline: { weeks } }, terms);
  const at = "/brief/deadline/weeks";
  assert.equal(problem(at, deadline(NaN)), "must be a finite number, not NaN");
  assert.equal(problem(at, deadline(-Infinity)), "must be a finite number, not -Infinity");
  assert.equal(problem(at, deadline(6n)), "must be a value that JSON can hold, not a bigint");
  assert.equal(
    problem(
      at,
      deadline(() => 6),
    ),
    "must be a value that JSON can hold, not a function",
  );
  assert.equal(problem(at, deadline(Symbol("6"))), "must be a value that JSON can hold, not a symbol");
  const wishes = problem("/brief/wishes/0", () => appraise({ ...brief, wishes: [undefined] }, terms));
  assert.equal(wishes, "must be a value that JSON can hold, not undefined");
  const name = problem("/brief/wishes/0/name", () => appraise({ wishes: [{ name: "\ud800", size: "small" }] }, terms));
  assert.equal(name, "holds half of a character");
});

test("what only looks like an object is refused, above all a promise that was not awaited", () => {
  assert.match(
    problem("/brief", () => appraise(Promise.resolve(brief), terms)),
    /not a Promise/,
  );
  assert.match(
    problem("/brief", () => appraise(new Map(Object.entries(brief)), terms)),
    /not a Map/,
  );
  assert.match(
    problem("", () => check(Promise.resolve(terms))),
    /not a Promise/,
  );
});

test("errors of JavaScript and of the engine come together", () => {
  const list = errors(() => appraise({ ...brief, deadline: { weeks: NaN }, budget: "much" }, terms));
  assert.deepEqual(list.map(({ at }) => at).sort(), ["/brief/budget", "/brief/deadline/weeks"]);
});

test("no brief and no terms are errors, too", () => {
  assert.match(
    problem("/brief", () => appraise(undefined, terms)),
    /is missing/,
  );
  assert.deepEqual(
    errors(() => appraise())
      .map(({ at }) => at)
      .sort(),
    ["/brief", "/terms"],
  );
  assert.match(
    problem("", () => check()),
    /not undefined/,
  );
});

test("a brief that is part of itself is refused", () => {
  const circle = { ...brief };
  circle.wishes = [circle];
  assert.match(
    problem("", () => appraise(circle, terms)),
    /circular/,
  );
});

test("one object in two places is two objects", () => {
  const wish = { service: "blog", count: NaN };
  const places = errors(() => appraise({ wishes: [wish, wish] }, terms)).map(({ at }) => at);
  assert.deepEqual(places, ["/brief/wishes/0/count", "/brief/wishes/1/count"]);
});

test("keys with a meaning in JavaScript are keys like others", () => {
  const brief = JSON.parse('{"__proto__": {"polluted": true}, "constructor": 1, "a/b~c": 2}');
  const list = errors(() => appraise(brief, terms));
  assert.deepEqual(list.map(({ at }) => at).sort(), ["/brief/__proto__", "/brief/a~1b~0c", "/brief/constructor"]);
  assert.equal({}.polluted, undefined);
  const known = {
    wishes: [{ service: "blog" }],
    conditions: JSON.parse('{"__proto__": {"phased": NaN}}'.replace("NaN", "null")),
  };
  assert.match(
    problem("/brief/conditions/__proto__", () => appraise(known, terms)),
    /is not known/,
  );
});

test("what was handed over is left as it was, even frozen", () => {
  const frozen = Object.freeze(structuredClone(brief));
  appraise(frozen, terms);
  assert.deepEqual(frozen, brief);
});

test("a copy of the folder works anywhere, by its name as well", (context) => {
  const folder = mkdtempSync(join(tmpdir(), "takeon-"));
  context.after(() => rmSync(folder, { recursive: true }));
  cpSync(fileURLToPath(new URL("../../dist/", import.meta.url)), join(folder, "node_modules", "takeon"), { recursive: true });
  const script = `
    import { load, appraise } from "takeon";
    await load();
    console.log(appraise({}, ${JSON.stringify(terms)}).verdict);
  `;
  const said = execFileSync(process.execPath, ["--input-type=module", "-e", script], { cwd: folder, encoding: "utf8" });
  assert.equal(said, "ask\n");
});
