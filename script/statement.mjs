/**
 * Reporter of Playwright that writes dist/statement.html, a list of the browser tests by subject. It writes nothing unless every spec
 * ran and passed.
 */
import { readdirSync, writeFileSync } from "node:fs";
import { basename } from "node:path";

const specs = new URL("../tests/browser/", import.meta.url);
/** Spec files by subject. All others are listed at the end. */
const TOPICS = {
  "For everybody": ["a11y", "journey", "language", "no-script", "picture"],
  "What leaves the page, and what is kept": ["embed", "inbox", "keeping", "reply", "restore"],
  "When something fails": ["faults", "shell"],
};
/** Requirements that no test here checks. */
export const UNTESTED = [
  "screen readers (VoiceOver, NVDA, JAWS, TalkBack, Orca): roles, names and live regions are tested, speech is not",
  "voice control, switches and braille displays",
  "Safari and any browser on iOS or iPadOS, on real devices",
  "any browser on Windows and macOS, and the contrast themes of Windows on a real screen",
  "use by people with disabilities, which no tool replaces",
  "translations that native speakers have not reviewed, as the list of languages says",
];

export default class Statement {
  /** Names of the browsers in which a test passed, by its file and title as JSON. */
  #passed = new Map();
  #files = new Set();

  onTestEnd(test, { status }) {
    const file = basename(test.location.file, ".spec.mjs");
    this.#files.add(file);
    if (status !== "passed") return;
    const key = JSON.stringify([file, test.title]);
    this.#passed.set(key, [...(this.#passed.get(key) ?? []), test.parent.project().name]);
  }

  onEnd({ status }) {
    const all = readdirSync(specs).filter((name) => name.endsWith(".spec.mjs"));
    if (status === "passed" && all.length === this.#files.size) {
      writeFileSync(new URL("../dist/statement.html", import.meta.url), page(this.#passed));
    }
  }
}

function page(passed) {
  const tests = [...passed].map(([key, browsers]) => [...JSON.parse(key), browsers]);
  const named = Object.values(TOPICS).flat();
  const section = (title, wanted) => {
    const items = tests
      .filter(([file]) => wanted(file))
      .map(([, title, browsers]) => `<li>${text(title)} (${browsers.join(", ")})</li>`);
    return `<h2>${title}</h2>\n<ul>\n${items.join("\n")}\n</ul>`;
  };
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Tests of accessibility and privacy · Takeon</title>
<link rel="stylesheet" href="./page.css">
</head>
<body>
<main>
<h1>Tests of accessibility and privacy</h1>
<p>Takeon is designed to meet WCAG 2.2 at level AA. A brief, a letter and an answer stay in the page, and are stored on the device only
if the visitor asks for it. There are no cookies, no identifiers, and no requests except those for the calculator's own files and the
agency's JSON, and one for the message that a visitor agrees to send. A program wrote this page from its tests. Each passed in the
browsers named after it.</p>
${Object.entries(TOPICS)
  .map(([title, files]) => section(title, (file) => files.includes(file)))
  .join("\n")}
${section("Also tested", (file) => !named.includes(file))}
<h2>Not tested</h2>
<ul>
${UNTESTED.map((what) => `<li>${text(what)}</li>`).join("\n")}
</ul>
</main>
</body>
</html>
`;
}

/** Escapes text for a page. */
function text(plain) {
  return plain.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
