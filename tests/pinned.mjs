/** The requests whose answers are kept, for the replays in wasm. See tests/pinned.rs. */
import { readFileSync, readdirSync } from "node:fs";

const read = (name) => readFileSync(new URL(`cases/${name}`, import.meta.url), "utf8");
const lines = (name) => read(name).trimEnd().split("\n");

const terms = JSON.parse(read("terms.json"));
const cases = JSON.parse(read("cases.json")).map(({ brief }) => JSON.stringify({ brief, terms }));

export const requests = [...cases, ...lines("pinned.jsonl")];
export const answers = lines("pinned.answers.jsonl");

/** The names of this build's glue and wasm in dist/. */
export const build = Object.fromEntries(
  readdirSync(new URL("../dist/", import.meta.url))
    .map((name) => /^takeon-widget.*\.(js|wasm)$/.exec(name))
    .filter(Boolean)
    .map(([name, kind]) => [kind, name]),
);

/** One line of JSON for the answer to a request, as the engine's own `answer_line`. For pages as well: it stands alone. */
export function answerLine(run, request) {
  try {
    return run.appraise(request);
  } catch ({ errors }) {
    return JSON.stringify({ errors });
  }
}
