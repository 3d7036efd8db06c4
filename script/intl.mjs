/** Writes src/reader/intl.json: data from the `Intl` of Node.js about each language in static/reader. Run it after adding a language. */
import { readdir, writeFile } from "node:fs/promises";
import { table } from "../static/reader/intl.js";

const tags = (await readdir("static/reader"))
  .filter((name) => name.endsWith(".json"))
  .map((name) => name.slice(0, -".json".length));
const tables = Object.fromEntries(tags.sort().map((tag) => [tag, table(tag)]));
const lines = Object.entries(tables).map(([tag, words]) => `  ${JSON.stringify(tag)}: ${JSON.stringify(words)}`);
await writeFile("src/reader/intl.json", `{\n${lines.join(",\n")}\n}\n`);
