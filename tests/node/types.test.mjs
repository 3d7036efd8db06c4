/** Types of the engine, dist/engine.d.ts. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import test from "node:test";
import ts from "typescript";
import { answers, requests } from "../pinned.mjs";

const types = fileURLToPath(new URL("../../dist/engine.d.ts", import.meta.url));
const script = fileURLToPath(new URL("types.ts", import.meta.url));

/** Returns the errors of TypeScript about a script that uses the engine. */
function complaints(code) {
  const options = {
    strict: true,
    noEmit: true,
    skipDefaultLibCheck: true,
    lib: ["lib.es2022.d.ts"],
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  const text = `import { affordable, agreement, appraise, changed, check, load, outcomes, TakeonError, usual, type Appraisal, type Brief, type Terms } from "../../dist/engine.js";\n${code}`;
  host.fileExists = (name) => name === script || fileExists(name);
  host.readFile = (name) => (name === script ? text : readFile(name));
  host.getSourceFile = (name, ...rest) =>
    name === script ? ts.createSourceFile(name, text, options.target) : getSourceFile(name, ...rest);
  const program = ts.createProgram([script], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

test("every pinned brief, terms and answer is of its type", () => {
  const right = requests.map((request, i) => [request, answers[i]]).filter(([, answer]) => !answer.startsWith('{"errors"'));
  assert.ok(right.length > 60);
  const lines = right.map(([request, answer], i) => {
    const { brief, terms } = JSON.parse(request);
    return [
      `const brief${i}: Brief = ${JSON.stringify(brief)};`,
      `const terms${i}: Terms = ${JSON.stringify(terms)};`,
      `const answer${i}: Appraisal = ${answer};`,
    ].join("\n");
  });
  assert.deepEqual(complaints(lines.join("\n")), []);
});

test("the documented use has no type errors", () => {
  const code = `
    declare const brief: Brief, terms: Terms;
    await load();
    const { verdict, odds, reasons } = appraise(brief, terms);
    const both: number | null = odds.both;
    for (const reason of reasons) if (reason.id === "care") reason.kinds satisfies string[];
    for (const { service, price } of usual(terms)) [service, price.p80] satisfies [string, number];
    for (const { answer, verdict, both } of outcomes(brief, terms, "care.hosting")) [answer, verdict, both];
    const { hours, odds: then, offers } = changed(brief, { ...brief, purpose: "leads" }, terms);
    offers.map(({ brief }) => brief) satisfies Brief[];
    for (const { service, weeks, brief: alone } of affordable(brief, terms)) [service, weeks.p80, alone] satisfies [string, number, Brief];
    for (const clause of agreement(brief, terms)) if (clause.id === "rounds") clause.included satisfies number;
    try { check(terms); } catch (error) {
      if (error instanceof TakeonError) for (const { at, message } of error.errors) at + message satisfies string;
    }
  `;
  assert.deepEqual(complaints(code), []);
});

test("every form of a brief and of terms is of its type", () => {
  const code = `
    const briefs: Brief[] = [
      { budget: { fixed: 3000 } }, { budget: { fixed: { from: 2000, to: 3000 } } }, { budget: { fixed: {} } },
      { budget: { monthly: 250 } }, { budget: { monthly: {} } }, { budget: { hourly: { rate: 60 } } }, { budget: { gift: {} } },
      { pay: "end" }, { pay: { stages: 3 } }, { conditions: { rounds: 3 } }, { conditions: { rounds: "open" } },
      { care: { help: "client", content: { by: "us-unpaid", hours: 4, within: "day" }, updates: {} } },
      { deadline: "open" }, { deadline: { weeks: 6, from: "start" } }, { sofar: {} }, { ours: { rivals: "few" } },
      { wishes: [{ name: "Portal", size: "unknown", like: "that one", leastWeeks: 2, costs: { monthly: 15 } }] },
    ];
    const stops: Terms["stops"] = ["unlawful", { id: "onCall", lift: true }];
    const schedule: Terms["schedule"] = { median: 1.25, p90: 2.45, wait: 2 };
  `;
  assert.deepEqual(complaints(code), []);
});

test("wrong uses are refused", () => {
  for (const [wrong, complaint] of [
    ['const brief: Brief = { budget: { fixed: "3000" } };', /not assignable/],
    ["const brief: Brief = { budget: { fixed: 1, monthly: 2 } };", /not assignable/],
    ["const brief: Brief = { budget: { fixed: { from: 1 } } };", /not assignable/],
    ["const brief: Brief = { budget: { monthly: { from: 1, to: 2 } } };", /not assignable/],
    ["const brief: Brief = { pay: {} };", /not assignable/],
    ['const brief: Brief = { care: { help: { by: "us" } } };', /not assignable/],
    ['const stops: Terms["stops"] = ["unseen"];', /not assignable/],
    ['const brief: Brief = { wishes: [{ service: "blog", name: "Blog" }] };', /not assignable/],
    ['const brief: Brief = { wishes: [{ service: "blog", priority: "later" }] };', /not assignable/],
    ["const brief: Brief = { wishs: [] };", /wishs/],
    ["const terms: Terms = { rate: 85 };", /missing/],
    ["appraise({}, {} as Terms).verdict = 'maybe';", /not assignable/],
    ["outcomes({}, {} as Terms, 'weather');", /not assignable/],
  ]) {
    const found = complaints(wrong);
    assert.ok(found.length > 0, wrong);
    assert.match(found.join("\n"), complaint);
  }
});

test("every field and every type has a description of its own", () => {
  const undocumented = readFileSync(types, "utf8")
    .split("\n")
    .filter((line, i, lines) => /^ *(export (type|interface|declare)|[\w$"]+\??:)/.test(line) && !/\*\/$/.test(lines[i - 1]))
    .filter((line) => !/\?: never;$/.test(line));
  assert.deepEqual(undocumented, []);
});
