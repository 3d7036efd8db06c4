/**
 * Prints the twenty sentences of a language that matter most, beside the English ones, for a native reader; or writes
 * those of every language into a folder, as script/build does:
 *
 *   node script/translation-sheets.mjs da > review-da.md
 *   node script/translation-sheets.mjs --all dist/review
 */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

/** Messages by place, in the order in which a visitor sees them. */
export const SENTENCES = {
  "start.sentence": "the start: a sentence with three blanks",
  "wishes.title": "asked at the list of what the shop does",
  "priority.could": "one of three buttons beside an item",
  "care.title": "asked after the list: what comes after the launch",
  "promises.title": "asked before a list of promises to tick",
  "date.title": "asked for the deadline",
  "budget.title": "asked for the budget",
  "verdict.take": "the answer: yes",
  "verdict.reshape": "the answer: yes, if something changes",
  "verdict.refer": "the answer: a partner is named below",
  "verdict.decline": "the answer: no; the reason follows",
  "head.no.within": "the answer where money or time falls short",
  takes: "follows it: what would be enough",
  "because.holds": "under a yes: the odds, and where the bar is",
  "refer.disclosed": "the partner, and what the shop gets for it",
  "reason.budget.money": "a reason: the budget",
  "reason.care": "a reason: work after the launch that nobody pays for",
  "offers.title": "the heading of the changes that would do",
  "post.agree": "the consent before anything is sent",
  "post.arrived": "shown once it is sent",
};

const locale = (tag) => JSON.parse(readFileSync(new URL(`../static/locales/${tag}.json`, import.meta.url)));

/** Returns the sheet for a language, in Markdown. */
export function sheet(tag) {
  const [english, words] = [locale("en"), locale(tag)];
  const rows = Object.entries(SENTENCES).map(([key, place], index) => {
    const said = words[key] ?? "(not translated yet)";
    return `${index + 1}. ${place} (\`${key}\`)\n   - English: ${english[key]}\n   - ${words["language.name"]}: ${said}\n   - better:`;
  });
  return `# ${words["language.name"]} (${tag})

“We” is the agency, the reader is its client. What stands in braces is filled in: leave it as it is. Write a better
sentence where you would say it otherwise, and nothing where you would not.

${rows.join("\n")}

Read by (as you want to be named):
On:
`;
}

/** Writes the sheet of every language but English. */
function all(folder) {
  mkdirSync(folder, { recursive: true });
  const tags = readdirSync(new URL("../static/locales/", import.meta.url)).map((name) => name.replace(".json", ""));
  for (const tag of tags.filter((tag) => tag !== "en")) writeFileSync(`${folder}/${tag}.md`, sheet(tag));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [tag, folder] = process.argv.slice(2);
  if (tag === "--all" && folder) all(folder);
  else if (tag && tag !== "--all") process.stdout.write(sheet(tag));
  else {
    console.error("usage: node script/translation-sheets.mjs LANGUAGE, such as da, or --all FOLDER");
    process.exit(2);
  }
}
