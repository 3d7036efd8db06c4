/** Languages of a build: messages, word lists and ready-made shops as they are served. */
import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { dist, json, put } from "./output.mjs";
import { names, translated } from "./terms.mjs";
import { packed, withoutForm } from "./words.mjs";

/** Returns the languages of the calculator, each with its translation of "Try again". */
export async function locales() {
  const words = {};
  for (const name of (await readdir(join(dist, "locales"))).sort()) {
    const locale = JSON.parse(await readFile(join(dist, "locales", name), "utf8"));
    words[basename(name, ".json")] = locale["shell.again"];
  }
  return words;
}

/** Writes the served word lists for reading, and returns a hash of them and of the deferred messages. */
export async function writeWordLists() {
  const sum = createHash("sha256");
  const shops = await Promise.all(
    (await readdir("static/terms")).filter((name) => name.endsWith(".json")).map((name) => json(`static/terms/${name}`)),
  );
  const translatedShops = await readdir("static/terms/words");
  // The shell includes this module.
  await rm(join(dist, "reader", "intl.js"));
  for (const folder of ["reader", "says", "more"]) {
    for (const name of (await readdir(join(dist, folder))).sort()) {
      const path = join(dist, folder, name);
      const list = await json(path);
      if (folder === "says" && translatedShops.includes(name))
        list.names = names(shops, await json(`static/terms/words/${name}`));
      const text = JSON.stringify(list);
      sum.update(text);
      await writeFile(path, text);
    }
  }
  return sum.digest("hex").slice(0, 6);
}

/**
 * Writes the served messages of each language in two files: messages up to the first answer, and all others. `english` has the messages
 * of each part.
 */
export async function packWords(english, tags) {
  await mkdir(join(dist, "more"), { recursive: true });
  for (const tag of tags) {
    const path = join(dist, "locales", `${tag}.json`);
    const lists = packed(english, await json(path));
    await writeFile(path, JSON.stringify(lists.slice(0, 2)));
    await writeFile(join(dist, "more", `${tag}.json`), JSON.stringify(lists.slice(2)));
  }
}

/**
 * Writes the messages of the desk in each of its languages, with the calculator's messages that it uses, and returns the files by
 * language. `english` has the messages of each part.
 */
export async function deskWords(english) {
  const used = new Set(english.flatMap((part) => Object.keys(part).map(withoutForm)));
  const files = {};
  for (const name of (await readdir("static/desk")).filter((name) => name.endsWith(".json") && name !== "en.json")) {
    const tag = basename(name, ".json");
    const all = { ...(await json(`static/locales/${name}`)), ...(await json(`static/desk/${name}`)) };
    const own = Object.entries(all).filter(([key]) => used.has(withoutForm(key)));
    files[tag] = `./${await put(`takeon-desk-${tag}.json`, JSON.stringify(Object.fromEntries(own)))}`;
  }
  return files;
}

/** Returns the languages with a file in a folder: their own names by tag. */
export async function languageNames(folder) {
  const files = (await readdir(folder)).filter((name) => /^[\w-]+\.json$/.test(name)).sort();
  const named = async (name) => [basename(name, ".json"), (await json(join("static/locales", name)))["language.name"]];
  return Object.fromEntries(await Promise.all(files.map(named)));
}

/** Writes the ready-made shops in each language, as terms/da/web-studio.json. */
export async function translateShops(tags) {
  const terms = join(dist, "terms");
  const shops = (await readdir(terms)).filter((name) => name.endsWith(".json"));
  const languages = await readdir(join(terms, "words"));
  for (const name of shops) await writeFile(join(terms, name), JSON.stringify(await json(join(terms, name))));
  for (const tag of tags) {
    // A language without translations shows the shops in English.
    const words = languages.includes(`${tag}.json`) && (await json(join(terms, "words", `${tag}.json`)));
    await mkdir(join(terms, tag));
    for (const name of shops) {
      const shop = await json(join(terms, name));
      await writeFile(join(terms, tag, name), JSON.stringify(words ? translated(shop, words) : shop));
    }
  }
}
