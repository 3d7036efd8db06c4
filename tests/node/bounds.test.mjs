/** Bounds of download sizes. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { BOUNDS, tooLarge } from "../../script/lib/bounds.mjs";

const recorded = JSON.parse(readFileSync(new URL("../../script/size.json", import.meta.url), "utf8")).weights;

test("every bound has a recorded weight", () => {
  assert.deepEqual(Object.keys(recorded), Object.keys(BOUNDS));
});

test("a bound that is met must be met, and a weight above its aim must not grow", () => {
  const before = { ...BOUNDS, "first visit, until the first question, aim": 110_000 };
  const weights = (more) => tooLarge({ ...before, ...more }, before);
  assert.deepEqual(weights({}), []);
  assert.deepEqual(weights({ shell: 5001 }), ["shell"]);
  assert.deepEqual(weights({ "first visit, until the first question, aim": 111_000 }), []);
  assert.deepEqual(weights({ "first visit, until the first question, aim": 111_200 }), [
    "first visit, until the first question, aim",
  ]);
  assert.deepEqual(weights({ English: undefined }), ["English"]);
});
