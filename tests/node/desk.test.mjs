/** Messages of the desk, in the two parts of its program and in its languages. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import test from "node:test";
import { withoutForm } from "../../script/lib/words.mjs";

const dist = new URL("../../dist/", import.meta.url);
const json = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url)));
const keys = (messages) => new Set(Object.keys(messages).map(withoutForm));
/** Returns the contents of files whose names match. */
const built = (pattern) =>
  readdirSync(dist)
    .filter((name) => pattern.test(name))
    .map((name) => ({ name, content: readFileSync(new URL(name, dist)) }));

/** Keys of the English messages in each part of the program, without their plural forms. */
const parts = built(/^takeon-desk-(later-)?[0-9a-f]{16}\.wasm$/).map(({ content }) => {
  const [section] = WebAssembly.Module.customSections(new WebAssembly.Module(content), "words");
  return keys(JSON.parse(Buffer.from(section)));
});
const all = new Set(parts.flatMap((part) => [...part]));

test("each message of the desk is in one of its parts, and those of a tool are with the tool", () => {
  assert.equal(parts.length, 2);
  const [first, later] = parts;
  for (const key of keys(json("../../static/desk/en.json"))) assert.ok(first.has(key) !== later.has(key), key);
  for (const key of ["tool.briefs", "rest.awaited", "field.rate"]) assert.ok(first.has(key), key);
  for (const key of ["briefs.empty", "log.curve.label", "effect.none"]) assert.ok(later.has(key), key);
});

test("every language has exactly the messages that the tools use", () => {
  const files = built(/^takeon-desk-[a-z]{2}-[0-9a-f]{16}\.json$/);
  assert.equal(files.length, 3);
  for (const { name, content } of files) {
    const said = keys(JSON.parse(content));
    assert.deepEqual(
      [...all].filter((key) => !said.has(key)),
      [],
      name,
    );
    assert.deepEqual(
      [...said].filter((key) => !all.has(key)),
      [],
      name,
    );
  }
});
