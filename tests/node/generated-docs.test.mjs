/** Generated parts of README.md and of the pages in docs/: up to date with their sources. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { documents, regenerated } from "../../script/generated-docs.mjs";

for (const path of documents) {
  test(`${path} is fresh: node script/generated-docs.mjs writes it`, () => {
    const text = readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
    assert.equal(text, regenerated(text));
  });
}
