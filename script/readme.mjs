/**
 * Writes the tables of README.md: those of the element (see contract.mjs), and what stands between
 * two marks of languages and sizes, from static/locales/ and from what script/size has recorded.
 *
 *   node script/readme.mjs
 */
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { withTables } from "./contract.mjs";

const file = (path) => new URL(`../${path}`, import.meta.url);
const json = (path) => JSON.parse(readFileSync(file(path), "utf8"));

/** The README with its tables as they should be. */
export function written(readme) {
  const blocks = { languages: languages(), sizes: sizes() };
  return Object.entries(blocks).reduce((text, [name, block]) => {
    const marks = new RegExp(`(?<=<!-- ${name} -->\\n)[^]*?(?=<!-- /${name} -->)`);
    if (!marks.test(text)) throw new Error(`README.md has no <!-- ${name} -->`);
    return text.replace(marks, () => `${block}\n`);
  }, withTables(readme));
}

function languages() {
  const rows = readdirSync(file("static/locales"))
    .sort()
    .map((name) => {
      const { "language.name": own, "language.review": review } = json(`static/locales/${name}`);
      return [`\`${name.replace(".json", "")}\``, own, review];
    });
  return table(["tag", "language", "state"], rows);
}

function sizes() {
  const { weights } = json("script/size.json");
  const bounds = readFileSync(file("script/size.mjs"), "utf8").matchAll(/\["(.+)", (\d+) \* kB\]/g);
  const rows = [...bounds].map(([, what, most]) => [what, `${(weights[what] / 1000).toFixed(1)} kB`, `${most} kB`]);
  return table(["what", "brotli", "to be at most"], rows);
}

const table = (head, rows) => [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync("README.md", written(readFileSync("README.md", "utf8")));
}
