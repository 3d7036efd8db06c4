/** Languages as they are served: plural forms as in `Intl`, small files, translated shops. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import test from "node:test";
import { brotliCompressSync } from "node:zlib";
import { ALL_MESSAGES } from "../../script/lib/bounds.mjs";
import { translated } from "../../script/lib/terms.mjs";
import { fingerprint, inParts, packed } from "../../script/lib/words.mjs";

const folder = (path) => new URL(`../../static/${path}/`, import.meta.url);
const tags = readdirSync(folder("locales")).map((name) => name.replace(/\.json$/, ""));
const read = (path, name) => readFileSync(new URL(`${name}.json`, folder(path)), "utf8");
const plurals = JSON.parse(readFileSync(new URL("../plurals.json", import.meta.url)));

for (const [tag, { forms, exact }] of Object.entries(plurals)) {
  test(`the plural forms of ${tag} are those of Intl`, () => {
    const rules = new Intl.PluralRules(tag);
    assert.deepEqual([...forms].sort(), [...rules.resolvedOptions().pluralCategories].sort());
    // Whole and half numbers, as in messages, and large ones, for which some languages have their own form.
    const numbers = [...Array(2000).keys()].map((n) => n / 2).concat(1e6, 2e6);
    const taken = (form) => numbers.filter((n) => rules.select(n) === form).length;
    assert.deepEqual(
      exact,
      forms.filter((form) => taken(form) === 1),
    );
  });
}

test("the messages of a language are small", () => {
  const english = JSON.parse(read("locales", "en"));
  for (const tag of tags) {
    const served = tag === "en" ? english : packed([english], JSON.parse(read("locales", tag)));
    const bytes = brotliCompressSync(JSON.stringify(served)).length;
    const bound = tag === "en" ? ALL_MESSAGES.English : ALL_MESSAGES["another language"];
    assert.ok(bytes <= bound, `${tag}: ${bytes} bytes, at most ${bound}`);
  }
});

test("fingerprints equal those of Rust", () => {
  const cases = JSON.parse(readFileSync(new URL("../fingerprints.json", import.meta.url)));
  for (const { names, fingerprint: expected } of cases) assert.equal(fingerprint(names), expected, names.join());
});

test("words are served as lists in the order of English, one for each part", () => {
  const english = { a: "A", weeks_one: "{n} week", weeks_other: "{n} weeks", b: "B" };
  const words = { "language.name": "X", weeks_few: "few", weeks_other: "many", a: "Á" };
  const more = { c: "C" };
  assert.deepEqual(packed([english, more], { ...words, c: "Ç" }), [
    ["8361c2", "Á", { few: "few", other: "many" }, 0],
    [fingerprint(["c"]), "Ç"],
  ]);
});

test("a message is in the first part that may use it", () => {
  const english = { "language.name": "English", a: "A", weeks_one: "1", weeks_other: "n", "b.x": "X", "b.y.z": "Z", c: "C" };
  const texts = [["a", "weeks", "{}"], ["a", "b.{}", "y.z", "c", "d."], ["x"]];
  assert.deepEqual(inParts({ "d.c": "C", "d.b.x": "X" }, texts)[1], { "d.c": "C", "d.b.x": "X" });
  assert.deepEqual(inParts(english, texts), [
    { a: "A", weeks_one: "1", weeks_other: "n" },
    { "b.x": "X", "b.y.z": "Z", c: "C" },
    {},
  ]);
  // Only ids complete a pattern, and messages without a known part are in the first one.
  assert.deepEqual(inParts({ "b.other": "O", e: "E", a: "A" }, texts)[0], { a: "A", "b.other": "O", e: "E" });
});

test("a translated shop differs only in its texts", () => {
  const config = {
    terms: {
      shop: { name: "Blog", email: "a@b.example" },
      rate: 80,
      services: [
        {
          id: "blog",
          name: "Blog",
          note: "Set up",
          also: ["weblog", "diary"],
          hours: 2,
          needs: [],
          excludes: ["texts", "photos"],
        },
      ],
      care: { help: { offered: true, source: "Ours." } },
      partners: [{ id: "ink", name: "Blog", disclosure: "Ours." }],
    },
    examples: [{ name: "Blog", brief: { wishes: [{ name: "Blog", size: "small" }] } }],
  };
  const words = { Blog: "Blok", "Set up": "Eingerichtet", "Ours.": "Unseres.", texts: "Texte", photos: "Fotos" };
  words["weblog, diary"] = "Weblog, Tagebuch, Notizen";
  const expected = structuredClone(config);
  Object.assign(expected.terms.services[0], { name: "Blok", note: "Eingerichtet" });
  // Synonyms may have any number of translations, exclusions have one each.
  Object.assign(expected.terms.services[0], { also: ["Weblog", "Tagebuch", "Notizen"], excludes: ["Texte", "Fotos"] });
  expected.terms.care.help.source = expected.terms.partners[0].disclosure = "Unseres.";
  expected.examples[0].name = "Blok";
  assert.deepEqual(translated(config, words), expected);
  for (const text of ["Set up", "Ours.", "weblog, diary", "photos"]) {
    const { [text]: _, ...others } = words;
    assert.throws(() => translated(config, others), new RegExp(`no translation of "${text}"`));
  }
});

test("no two services of a shop are found by the same word, in any language", () => {
  const shops = readdirSync(folder("terms")).filter((name) => name.endsWith(".json"));
  const known = readdirSync(folder("terms/words")).map((name) => name.replace(/\.json$/, ""));
  for (const name of shops) {
    const shop = JSON.parse(read("terms", name.replace(/\.json$/, "")));
    const spoken = known.map((tag) => [tag, translated(shop, JSON.parse(read("terms/words", tag)))]);
    for (const [tag, { terms }] of [["en", shop], ...spoken]) {
      const found = new Map(terms.services.map(({ id, name }) => [name.toLocaleLowerCase(tag), id]));
      for (const { id, also } of terms.services) {
        assert.ok(also.length >= 3 && also.length <= 8, `${tag}: ${name}: ${id}: ${also.join()}`);
        for (const word of also) {
          const small = word.toLocaleLowerCase(tag);
          assert.ok(word.trim() === word && word !== "" && !/[,;،、]/.test(word), `${tag}: ${name}: ${id}: “${word}”`);
          assert.ok(!found.has(small), `${tag}: ${name}: “${word}” is ${id} and ${found.get(small)}`);
          found.set(small, id);
        }
      }
    }
  }
});
