/**
 * Builds the documentation site, dist/docs/, from the pages in docs/.
 *
 *   node script/docs.mjs
 */
import { cp, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { posix } from "node:path";
import MarkdownIt from "markdown-it";
import anchor from "markdown-it-anchor";
import { homepage, repository, version } from "./lib/cargo.mjs";

/** Pages in reading order. */
const PAGES = ["index", "embed", "recipes", "terms", "messages", "counting", "model", "developers", "figures", "statement"];
/** Placeholder of the homepage in the pages, because its address is in Cargo.toml alone. */
const HOME = "https://takeon.example/";
const out = "dist/docs";

const markdown = new MarkdownIt({ html: true }).use(anchor, { slugify, tabIndex: false });
markdown.core.ruler.push("addresses", ({ tokens }) => {
  for (const token of tokens.flatMap(({ children }) => children ?? [])) {
    if (token.type === "link_open") token.attrSet("href", address(token.attrGet("href")));
  }
});
// Wide code must be scrollable by keyboard.
const { fence } = markdown.renderer.rules;
markdown.renderer.rules.fence = (...given) => fence(...given).replace("<pre>", '<pre tabindex="0">');
markdown.renderer.rules.table_open = () => "<table>\n";
// On narrow screens, docs.css shows the heading of its column in each cell of a table with more than two columns.
markdown.core.ruler.push("cells", ({ tokens }) => {
  let [heads, column] = [[], 0];
  tokens.forEach((token, index) => {
    if (token.type === "thead_open") heads = [];
    if (token.type === "tr_open") column = 0;
    const { content } = tokens[index + 1] ?? {};
    if (token.type === "th_open") heads.push(content);
    if (token.type === "td_open" && content && heads.length > 2) token.attrSet("data-head", heads[column].replaceAll("`", ""));
    if (token.type === "td_open") column += 1;
  });
});

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const sources = await Promise.all(
  PAGES.map(async (name) => ({ name, ...parsed((await readFile(`docs/${name}.md`, "utf8")).replaceAll(HOME, homepage)) })),
);
for (const source of sources) await writeFile(`${out}/${source.name}.html`, page(source));
for (const name of await readdir("docs")) {
  if (!name.endsWith(".md")) await cp(`docs/${name}`, `${out}/${name}`, { recursive: true });
  else if (!PAGES.includes(name.replace(".md", ""))) throw new Error(`docs/${name} is not in the list of pages`);
}

/** Returns the title, description, sections and HTML of a page. */
function parsed(text) {
  const tokens = markdown.parse(text.replaceAll(/<!-- \/?\w+ -->\n/g, ""), {});
  const after = (type, tag) =>
    tokens.flatMap((token, index) => (token.type === type && token.tag === tag ? [[token, tokens[index + 1]]] : []));
  const plain = ({ children }) => children.map(({ type, content }) => (type === "softbreak" ? " " : content)).join("");
  const [[, title]] = after("heading_open", "h1");
  const [[, description]] = after("paragraph_open", "p");
  const sections = after("heading_open", "h2").map(([heading, text]) => ({ id: heading.attrGet("id"), title: plain(text) }));
  return {
    title: plain(title),
    description: plain(description),
    sections,
    html: markdown.renderer.render(tokens, markdown.options, {}),
  };
}

/** Returns the slug of a section, as GitHub makes it. */
function slugify(title) {
  return title
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number} -]/gu, "")
    .replaceAll(" ", "-");
}

/** Resolves an address for the site: another page, a file beside the site, or a file of the repository. */
function address(href) {
  if (/^(\w+:|#)/.test(href)) return href;
  const [path, section] = href.split("#");
  const hash = section === undefined ? "" : `#${section}`;
  if (!path.startsWith("../")) return path.replace(/\.md$/, ".html") + hash;
  // Build output is served next to the site. Everything else is in the repository.
  const isBuilt = /^\.\.\/((index|desk)\.html|llms\.txt|schema\/.+)$/.test(path);
  return isBuilt ? href : `${repository}/blob/main/${posix.normalize(path.slice(3))}${hash}`;
}

/** Escapes text for an element or an attribute. */
function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

function page({ name, title, description, sections, html }) {
  const inside = sections.map(({ id, title }) => `<li><a href="#${id}">${escaped(title)}</a></li>`).join("\n");
  const links = sources.map((other) => {
    const href = `${other.name}.html`;
    if (other.name !== name) return `<li><a href="${href}">${escaped(other.title)}</a></li>`;
    return `<li><a href="${href}" aria-current="page">${escaped(title)}</a>${inside && `\n<ul>\n${inside}\n</ul>`}</li>`;
  });
  const at = sources.findIndex((other) => other.name === name);
  const [before, after] = [sources[at - 1], sources[at + 1]];
  const step = (source, rel, word) =>
    source ? `<a rel="${rel}" href="${source.name}.html"><small>${word}</small> ${escaped(source.title)}</a>` : "";
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name === "index" ? "Takeon" : `${escaped(title)} · Takeon`}</title>
<meta name="description" content="${escaped(description)}">
<link rel="icon" href="../icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="docs.css">
<script src="docs.js" defer></script>
</head>
<body>
<a class="skip" href="#text">Skip to the text</a>
<header>
<a class="brand" href="index.html"><img src="../icon.svg" alt="" width="28" height="28"> Takeon</a>
<nav aria-label="Elsewhere"><a href="../index.html">Demo</a> <a href="../desk.html">Desk</a> <a href="${repository}">Sources</a></nav>
</header>
<div class="columns">
<nav class="pages" aria-label="Pages">
<ul>
${links.join("\n")}
</ul>
</nav>
<main id="text">
${html}
<nav class="steps" aria-label="Previous and next">
${step(before, "prev", "Previous:")}
${step(after, "next", "Next:")}
</nav>
</main>
</div>
<footer>Takeon ${version}, MIT or Apache-2.0. This site sets no cookies and makes no requests to other hosts.</footer>
</body>
</html>
`;
}
