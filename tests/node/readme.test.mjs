/** The tables of README.md are those of the files that they are made from. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { written } from "../../script/readme.mjs";

test("the tables of the README are fresh: node script/readme.mjs writes them", () => {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  assert.equal(readme, written(readme));
});
