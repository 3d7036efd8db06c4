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

test("a call before the engine is loaded throws an error with the remedy", () => {
  assert.throws(() => appraise(brief, terms), /call `await load\(\)` first/);
});

test("the engine is loaded once for all callers", async () => {
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

test("an empty brief is valid", () => {
  assert.equal(appraise({}, terms).verdict, "ask");
});

test("valid terms pass the check, and errors have places relative to the terms", () => {
  assert.equal(check(terms), undefined);
  const wrong = { ...terms, rate: "85", services: [{ id: "a", hours: 1 }, { id: "b" }] };
  const places = errors(() => check(wrong)).map(({ at }) => at);
  assert.ok(places.includes("/rate") && places.includes("/services/1/hours"), places.join());
});

test("every usual service has a price and weeks", () => {
  const jobs = usual(terms);
  assert.ok(jobs.length > 0);
  for (const { service, price, weeks } of jobs) {
    assert.ok(terms.services.some(({ id }) => id === service));
    for (const { p50, p80 } of [price, weeks]) assert.ok(0 < p50 && p50 < p80);
  }
});

test("every outcome is that of the appraisal with its answer", () => {
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

test("more work takes more hours, money and weeks, and no change makes no difference", () => {
  const differences = (now) => {
    const { hours, money, weeks } = changed(brief, now, terms);
    return [hours, money, weeks];
  };
  assert.deepEqual(differences(brief), [0, 0, 0]);
  const more = { ...brief, wishes: [...brief.wishes, { name: "Import", hours: 20 }] };
  for (const difference of differences(more)) assert.ok(difference > 0);
});

test("an agreement begins with the scope", () => {
  const [scope, ...others] = agreement(brief, terms);
  assert.deepEqual(scope, { id: "scope", wishes: brief.wishes.map((_, index) => index) });
  assert.ok(others.some(({ id }) => id === "changes"));
});

test("affordable services are a yes by themselves", () => {
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

test("errors in other requests have places in their documents", () => {
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

test("errors in brief and terms are reported at once, with their places", () => {
  const list = errors(() => appraise({ ...brief, budget: { fixed: -1 } }, { ...terms, rate: 0 }));
  assert.deepEqual(list.map(({ at }) => at).sort(), ["/brief/budget/fixed", "/terms/rate"]);
  for (const { message } of list) assert.match(message, /^must be a number/);
});

test("the message of the error lists all errors", () => {
  assert.throws(
    () => appraise({ ...brief, purpose: "fame" }, terms),
    (error) => error.name === "TakeonError" && /^1 error:\n {2}\/brief\/purpose: "fame" is not/.test(error.message),
  );
});

test("an unknown name is an error at its place", () => {
  const message = problem("/brief/wishes/0/service", () => appraise({ wishes: [{ service: "forums" }] }, terms));
  assert.match(message, /did you mean "forum"/);
});

test("an undefined member is absent", () => {
  const said = appraise({ ...brief, purpose: undefined, cashNeeded: undefined }, terms);
  const { purpose, cashNeeded, ...rest } = brief;
  assert.deepEqual(said, appraise(rest, terms));
});

test("null is not an absent member", () => {
  assert.match(
    problem("/brief/budget", () => appraise({ ...brief, budget: null }, terms)),
    /not null/,
  );
});

test("values without JSON are reported once, by their type", () => {
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

test("values that are not plain objects are refused, such as a promise that was not awaited", () => {
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

test("values without JSON and other errors are reported together", () => {
  const list = errors(() => appraise({ ...brief, deadline: { weeks: NaN }, budget: "much" }, terms));
  assert.deepEqual(list.map(({ at }) => at).sort(), ["/brief/budget", "/brief/deadline/weeks"]);
});

test("a missing brief and missing terms are errors", () => {
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

test("a brief with a cycle is refused", () => {
  const circle = { ...brief };
  circle.wishes = [circle];
  assert.match(
    problem("", () => appraise(circle, terms)),
    /circular/,
  );
});

test("one object may be in two places", () => {
  const wish = { service: "blog", count: NaN };
  const places = errors(() => appraise({ wishes: [wish, wish] }, terms)).map(({ at }) => at);
  assert.deepEqual(places, ["/brief/wishes/0/count", "/brief/wishes/1/count"]);
});

test("keys with a meaning in JavaScript are ordinary keys", () => {
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

test("the arguments are not changed, and may be frozen", () => {
  const frozen = Object.freeze(structuredClone(brief));
  appraise(frozen, terms);
  assert.deepEqual(frozen, brief);
});

test("a copy of the folder works anywhere, also by its name", (context) => {
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
