/** Recorded answers, in wasm in Node.js: the same as natively, to the last byte. See tests/pinned.rs. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { answers, build, requests } from "../pinned.mjs";

const dist = new URL("../../dist/", import.meta.url);

test("recorded requests have their recorded answers", async () => {
  const { start } = await import(new URL(build.js, dist));
  const run = await start(() => readFileSync(new URL(build.wasm, dist)));
  assert.equal(requests.length, answers.length);
  for (const [i, request] of requests.entries()) assert.equal(run.appraise(request), answers[i], request);
});
