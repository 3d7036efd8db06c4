/** Downloads of visitors and owners from dist/, in bytes. */
import { readFileSync, readdirSync } from "node:fs";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { CALCULATOR } from "./parts.mjs";

const dist = new URL("../../dist/", import.meta.url);
const read = (name) => readFileSync(new URL(name, dist));
const hashed = (program, extension) =>
  readdirSync(dist).find((name) => new RegExp(`^${program}-[0-9a-f]{16}\\${extension}$`).test(name));

/** Returns the size of a file: raw, by gzip, and by brotli. */
export const weigh = (bytes) => [
  bytes.length,
  gzipSync(bytes, { level: 9 }).length,
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }).length,
];

/** Column of a row with the bytes of brotli. */
const BROTLI = 3;

const row = (title, name) => [title, ...weigh(read(name))];
const part = (title, name) => row(title, hashed(`takeon-${name}`, ".wasm"));
const sumOf = (title, ...rows) => [title, ...[1, 2, 3].map((column) => rows.reduce((sum, row) => sum + row[column], 0))];
const together = (rows) => sumOf("together", ...rows);
/** Returns a row for each JSON file in a folder, the largest first. */
const ofLanguages = (folder, title) =>
  readdirSync(new URL(folder, dist))
    .filter((name) => name.endsWith(".json") && (folder !== "locales/" || name !== "en.json"))
    .map((name) => row(title(name.replace(".json", "")), `${folder}${name}`))
    .sort((a, b) => b[BROTLI] - a[BROTLI]);

/** English messages in a part of the wasm. */
function messages(part) {
  const module = new WebAssembly.Module(read(hashed(`takeon-${part}`, ".wasm")));
  return Buffer.from(WebAssembly.Module.customSections(module, "words")[0]);
}

/** Returns tables of the downloads, and the bytes of brotli that have a bound. */
export function downloads() {
  const visit = [
    row("shell", "takeon.js"),
    row("glue and style", hashed("takeon-widget", ".js")),
    part("wasm", "widget"),
    row("terms", "terms/web-studio.json"),
  ];
  const asked = together(visit);
  const answer = part("the part of the wasm that answers", "answer");
  const answered = sumOf("with its answer", asked, answer);
  const rest = part("the rest of the wasm", "rest");
  const reader = part("the part of the wasm that reads messages", "message");
  // The first message loads the word lists of its language. The largest count.
  const lists = ofLanguages("says/", (tag) => `with the words of ${tag}`);
  const message = sumOf("a first message", reader, lists[0]);
  const english = ["widget", ...CALCULATOR.map(({ name }) => name)].map((name) => [
    `of the part ${name}`,
    ...weigh(messages(name)),
  ]);
  // Messages up to the first answer. The largest count.
  const others = ofLanguages("locales/", (tag) => tag);
  const script = [row("engine.js", "engine.js"), row("its glue", hashed("takeon-engine", ".js")), part("its wasm", "engine")];
  const desk = [
    row("loader", "desk.js"),
    row("glue", hashed("takeon-desk", ".js")),
    row("wasm", hashed("takeon-desk", ".wasm")),
    row("style", "desk.css"),
  ];
  const firstTool = together(desk);
  const otherTools = part("the rest of the wasm", "desk-later");
  const allTools = sumOf("with all of it", firstTool, otherTools);
  const tables = {
    "Download of a first visit": [...visit, asked, answer, answered, rest, sumOf("with all of it", answered, rest)],
    "Download of a first message": [reader, ...lists, message],
    "English in the calculator": english,
    "Messages of another language up to the first answer": others,
    "Download of a script that uses the engine": [...script, together(script)],
    "Download of the desk": [...desk, firstTool, otherTools, allTools],
  };
  const weights = {
    "first visit, until the first question": asked[BROTLI],
    "first visit, until the first question, aim": asked[BROTLI],
    "first visit, until the first answer": answered[BROTLI],
    "first visit, until the first answer, aim": answered[BROTLI],
    shell: visit[0][BROTLI],
    // A first visit waits for these, and not for the messages of the other parts.
    English: english[0][BROTLI] + english[1][BROTLI],
    "another language": others[0][BROTLI],
    "a first message": message[BROTLI],
    "desk, first screen": firstTool[BROTLI],
    "desk, all of it": allTools[BROTLI],
  };
  return { tables, weights };
}
