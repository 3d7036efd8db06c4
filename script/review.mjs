/**
 * Prints the twenty sentences of a language that matter most, beside the English ones, for a native reader:
 *
 *   node script/review.mjs da > review-da.md
 */
import { readFileSync } from "node:fs";
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

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const tag = process.argv[2];
  if (!tag) {
    console.error("usage: node script/review.mjs LANGUAGE, such as da");
    process.exit(2);
  }
  process.stdout.write(sheet(tag));
}
