/**
 * Prints a sheet for the review of a translation: its twenty most important sentences with the English originals. Or writes the
 * sheets of all languages into a folder, as script/build does:
 *
 *   node script/translation-sheets.mjs da > review-da.md
 *   node script/translation-sheets.mjs --all dist/review
 */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

/** Keys of the sentences, in the order in which a visitor sees them, each with its place. */
export const SENTENCES = {
  "start.sentence": "the start: a sentence with three blanks",
  "wishes.title": "the question above the list of services",
  "priority.could": "one of three buttons beside an item",
  "care.title": "the question about work after the launch",
  "promises.title": "the question above the list of promises",
  "date.title": "the question about the deadline",
  "budget.title": "the question about the budget",
  "verdict.take": "the answer: yes",
  "verdict.reshape": "the answer: yes, if something changes",
  "verdict.refer": "the answer: a partner is named below",
  "verdict.decline": "the answer: no; the reason follows",
  "head.no.within": "the answer if money or time falls short",
  "takes.figures": "after that: the money or time that would be enough",
  "because.holds": "below a yes: the odds, and the odds that the shop requires",
  "refer.disclosed": "the partner, and the shop's interest in the referral",
  "reason.budget.money": "a reason: the budget",
  "reason.care": "a reason: unpaid work after the launch",
  "offers.title": "the heading above the changes that would lead to a yes",
  "post.agree": "the consent before anything is sent",
  "post.arrived": "after sending",
};

const locale = (tag) => JSON.parse(readFileSync(new URL(`../static/locales/${tag}.json`, import.meta.url)));

/** Returns the sheet for a language, in Markdown. */
export function sheet(tag) {
  const [english, words] = [locale("en"), locale(tag)];
  const rows = Object.entries(SENTENCES).map(([key, place], index) => {
    const text = words[key] ?? "(not translated yet)";
    return `${index + 1}. ${place} (\`${key}\`)\n   - English: ${english[key]}\n   - ${words["language.name"]}: ${text}\n   - better:`;
  });
  return `# ${words["language.name"]} (${tag})

“We” is the agency, and the reader is its client. Text in braces is filled in later: leave it as it is. Where you would say a
sentence differently, write yours behind “better”.

${rows.join("\n")}

Read by (as you want to be named):
On:
`;
}

/** Writes the sheets of all languages but English into a folder. */
function writeSheets(folder) {
  mkdirSync(folder, { recursive: true });
  const tags = readdirSync(new URL("../static/locales/", import.meta.url)).map((name) => name.replace(".json", ""));
  for (const tag of tags.filter((tag) => tag !== "en")) writeFileSync(`${folder}/${tag}.md`, sheet(tag));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [tag, folder] = process.argv.slice(2);
  if (tag === "--all" && folder) writeSheets(folder);
  else if (tag && tag !== "--all") process.stdout.write(sheet(tag));
  else {
    console.error("usage: node script/translation-sheets.mjs LANGUAGE, such as da, or --all FOLDER");
    process.exit(2);
  }
}
