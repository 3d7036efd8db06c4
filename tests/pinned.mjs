/** The requests whose answers are kept, for the replays in wasm. See tests/pinned.rs. */
import { readFileSync, readdirSync } from "node:fs";

const read = (name) => readFileSync(new URL(`cases/${name}`, import.meta.url), "utf8");
const lines = (name) => read(name).trimEnd().split("\n");

const terms = JSON.parse(read("terms.json"));
const cases = JSON.parse(read("cases.json")).map(({ brief }) => JSON.stringify({ brief, terms }));

export const requests = [...cases, ...lines("pinned.jsonl")];
export const answers = lines("pinned.answers.jsonl");

/** The names of the engine's glue and wasm in dist/. */
export const build = Object.fromEntries(
  readdirSync(new URL("../dist/", import.meta.url))
    .map((name) => /^takeon-engine.*\.(js|wasm)$/.exec(name))
    .filter(Boolean)
    .map(([name, kind]) => [kind, name]),
);
