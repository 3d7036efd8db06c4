/** The generated parts of README.md and of the pages in docs/ are those of the files that they are made from. */
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import test from "node:test";
import { documents, written } from "../../script/generated-docs.mjs";

for (const path of documents) {
  test(`${path} is fresh: node script/generated-docs.mjs writes it`, () => {
    const text = readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
    assert.equal(text, written(text));
  });
}

test("every bundler and framework was tried in the version that stands there: integrations/trials/test does it", () => {
  const trials = new URL("../../integrations/trials/", import.meta.url);
  const json = (path) => JSON.parse(readFileSync(new URL(path, trials), "utf8"));
  const names = readdirSync(trials).filter((name) => existsSync(new URL(`${name}/package.json`, trials)));
  const record = json("record.json");
  assert.deepEqual(Object.keys(record), names.sort());
  for (const name of names) {
    const { dependencies, trial } = json(`${name}/package.json`);
    assert.deepEqual(record[name], { passed: trial.runs.map(({ how }) => how), with: dependencies }, name);
  }
});
