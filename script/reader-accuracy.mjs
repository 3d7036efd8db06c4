/**
 * Measures the accuracy of the reader on cases by others, and records it in benches/reader.json, for docs/figures.md.
 *
 *   cargo build --release --no-default-features --example read
 *   node script/reader-accuracy.mjs FOLDER [PROGRAM]
 *
 * FOLDER has phrases of public test suites, messages with their meanings, and a program `score` that counts right, wrong and missing
 * readings. It is not in this repository, because the cases belong to others.
 */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

const [folder, program = "target/release/examples/read"] = process.argv.slice(2);
if (!folder) {
  console.error("usage: node script/reader-accuracy.mjs FOLDER [PROGRAM]");
  process.exit(2);
}

const { phrases, messages } = JSON.parse(execFileSync(join(folder, "score"), [program, folder, "--json"], { encoding: "utf8" }));
const sum = (counts) => ({
  cases: counts.reduce((all, one) => all + one.cases, 0),
  right: counts.reduce((all, one) => all + one.right, 0),
  wrong: counts.reduce((all, one) => all + one.wrong, 0),
});
const kinds = Object.fromEntries(
  Object.entries(phrases).map(([kind, { en, ...others }]) => [kind, { english: sum([en]), others: sum(Object.values(others)) }]),
);
const fields = Object.fromEntries(
  Object.entries(messages)
    .filter(([, counts]) => counts?.expected > 0)
    .map(([field, { expected, right, wrong }]) => [field, { expected, right, wrong }]),
);
const record = { date: new Date().toISOString().slice(0, 10), kinds, fields };
writeFileSync("benches/reader.json", `${JSON.stringify(record, null, 2)}\n`);
for (const [kind, { english, others }] of Object.entries(kinds)) console.log(kind, english, others);
console.log(fields);
