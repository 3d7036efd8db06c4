/** Sheets for the review of translations: twenty sentences of every language with the English ones. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import test from "node:test";
import { SENTENCES, sheet } from "../../script/translation-sheets.mjs";

const folder = new URL("../../static/locales/", import.meta.url);
const read = (name) => JSON.parse(readFileSync(new URL(name, folder)));

test("the sheet of every language has twenty sentences with their English originals", () => {
  const english = read("en.json");
  const keys = Object.keys(SENTENCES);
  assert.equal(keys.length, 20);
  for (const name of readdirSync(folder)) {
    const words = read(name);
    const text = sheet(name.replace(/\.json$/, ""));
    if (name !== "en.json") {
      const built = readFileSync(new URL(`../../dist/review/${name.replace(/json$/, "md")}`, import.meta.url), "utf8");
      assert.equal(built, text);
    }
    for (const key of keys) {
      assert.ok(english[key], `English has no ${key}`);
      assert.ok(text.includes(`English: ${english[key]}\n`), `${name}: ${key}`);
      if (words[key]) assert.ok(text.includes(`${words["language.name"]}: ${words[key]}\n`), `${name}: ${key}`);
    }
  }
});
