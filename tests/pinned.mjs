/** Requests with recorded answers, for replays in wasm. See tests/pinned.rs. */
import { readFileSync, readdirSync } from "node:fs";

const read = (name) => readFileSync(new URL(`cases/${name}`, import.meta.url), "utf8");
const lines = (name) => read(name).trimEnd().split("\n");

/** Returns the requests of a file of plain-language cases, each with the terms that it overrides. */
const requestsOf = (file) => {
  const terms = JSON.parse(read(file.terms));
  return JSON.parse(read(file.cases)).map((it) => JSON.stringify({ brief: it.brief, terms: { ...terms, ...it.terms } }));
};
const cases = JSON.parse(read("files.json")).flatMap(requestsOf);

export const requests = [...cases, ...lines("pinned.jsonl")];
export const answers = lines("pinned.answers.jsonl");

/** Returns the names of the engine's glue and wasm in dist/. */
export const build = Object.fromEntries(
  readdirSync(new URL("../dist/", import.meta.url))
    .map((name) => /^takeon-engine.*\.(js|wasm)$/.exec(name))
    .filter(Boolean)
    .map(([name, kind]) => [kind, name]),
);
