/** The reader for scripts, dist/reader.js, in Node.js. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { TakeonError, read } from "../../dist/reader.js";

const { terms } = JSON.parse(readFileSync(new URL("../../static/terms/web-studio.json", import.meta.url), "utf8"));
const today = "2026-11-29";

test("a message becomes a brief, and every value has its place in the text", async () => {
  const message = "Hello 😀, we need a website with an online shop by the end of March. Our budget is about 3000 euros.";
  const { language, brief, found, unclear } = await read(message, { terms, today });
  assert.equal(language, "en");
  assert.deepEqual(
    brief.wishes.map(({ service }) => service),
    ["site", "shop"],
  );
  assert.deepEqual(brief.budget, { fixed: 3000 });
  assert.deepEqual(unclear, []);
  for (const { from, to, text } of found) assert.equal(message.slice(from, to), text);
  const date = found.find(({ field }) => field === "deadline");
  assert.equal(date.date, "2027-03-31");
  assert.equal(found.find(({ field }) => field === "budget").currency, "EUR");
});

test("the names of ready-made shops are known in other languages", async () => {
  const { language, brief } = await read("Hej, vi vil gerne have en hjemmeside med nyhedsbrev inden jul.", { terms, today });
  assert.equal(language, "da");
  assert.deepEqual(
    brief.wishes.map(({ service }) => service),
    ["site", "newsletter"],
  );
});

test("unreadable messages have no findings, and invalid terms are refused", async () => {
  const nothing = await read("12345", { terms });
  assert.deepEqual([nothing.language, nothing.found], [null, []]);
  for (const wrong of [{ ...terms, rate: -1 }, undefined, 7]) {
    await assert.rejects(read("We need a shop.", { terms: wrong }), (error) => {
      assert.ok(error instanceof TakeonError);
      assert.match(error.errors[0].at, /^\/terms/);
      return true;
    });
  }
  await assert.rejects(read("Vi behöver en webbplats.", { terms, language: "sv" }));
});
