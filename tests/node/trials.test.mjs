/** Record of the bundlers and frameworks in which the npm package was tested. */
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import test from "node:test";

test("every bundler and framework was tested in its current version: run integrations/trials/test", () => {
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
