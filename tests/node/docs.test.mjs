/** The documentation site in dist/docs, and the links in its Markdown sources and in README.md. */
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { posix } from "node:path";
import test from "node:test";
import * as engine from "../../dist/engine.js";
import * as reader from "../../dist/reader.js";
import { documents } from "../../script/generated-docs.mjs";

const root = new URL("../../", import.meta.url);
const read = (path) => readFileSync(new URL(path, root), "utf8");
const pages = readdirSync(new URL("dist/docs/", root)).filter((name) => name.endsWith(".html"));
const repository = /^repository = "(.+)"$/m.exec(read("Cargo.toml"))[1];

/** Returns the addresses in a page. */
const links = (html) => [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address]) => address.replaceAll("&amp;", "&"));
/** Returns the ids of the sections of a page. */
const ids = (html) => [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);

test("every page has one title, a description, and no section twice", () => {
  assert.equal(pages.length, readdirSync(new URL("docs/", root)).filter((name) => name.endsWith(".md")).length);
  const titles = new Set();
  for (const name of pages) {
    const html = read(`dist/docs/${name}`);
    titles.add(/<title>(.+)<\/title>/.exec(html)[1]);
    assert.equal(html.match(/<h1/g).length, 1, name);
    assert.match(html, /<meta name="description" content="[^"]{20,}">/, name);
    assert.equal(new Set(ids(html)).size, ids(html).length, name);
    assert.doesNotMatch(html, /<!-- |\s(style|on\w+)="|<script(?![^>]*src=)/, `${name} has code of its own`);
  }
  assert.equal(titles.size, pages.length);
});

test("every link of the site has a target", () => {
  let followed = 0;
  for (const name of pages) {
    for (const address of links(read(`dist/docs/${name}`))) {
      const at = `${name} links to ${address}`;
      if (address.startsWith(`${repository}/blob/main/`)) {
        assert.ok(existsSync(new URL(address.slice(`${repository}/blob/main/`.length).split("#")[0], root)), at);
      } else if (!/^\w+:/.test(address)) {
        const [path, section] = address.split("#");
        const file = posix.join("dist/docs", path || name);
        assert.ok(existsSync(new URL(file, root)), at);
        if (section !== undefined) assert.ok(ids(read(file)).includes(section), at);
        followed += 1;
      }
    }
  }
  assert.ok(followed > 100);
});

test("every link of the sources has a target without the site, too", () => {
  for (const path of [...documents, "ARCHITECTURE.md", "CONTRIBUTING.md"]) {
    for (const [, address] of read(path).matchAll(/\]\(([^)]+)\)/g)) {
      if (/^(\w+:|#)/.test(address)) continue;
      const file = posix.join(posix.dirname(path), address.split("#")[0]);
      // Build output is only next to the site.
      const built = ["desk.html", "index.html", "llms.txt"].includes(file) || file.startsWith("schema/");
      assert.ok(existsSync(new URL(built ? `dist/${file}` : file, root)), `${path} links to ${address}`);
    }
  }
});

test("no snippet of the recipes is longer than stated", () => {
  const text = read("docs/recipes.md");
  const most = Number(/None is longer than ([\d,]+) characters/.exec(text)[1].replace(",", ""));
  const snippets = [...text.matchAll(/```\w+\n([^]*?)```/g)].map(([, code]) => code);
  assert.ok(snippets.length > 8);
  for (const code of snippets) assert.ok(code.length <= most, code);
});

test("the scripts of the site run, and their imports exist", async () => {
  let run = 0;
  const parts = { "./dist/engine.js": engine, "./dist/reader.js": reader };
  const { terms } = JSON.parse(read("static/terms/web-studio.json"));
  for (const path of documents) {
    for (const [, code] of read(path).matchAll(/```js\n([^]*?)```/g)) {
      const seen = [];
      const listen = (...given) => seen.push(given);
      const around = {
        parts,
        brief: { wishes: [{ service: "blog" }], deadline: { weeks: 9 }, budget: { fixed: 3000 } },
        terms,
        message: "We need a blog for 3000 euros.",
        console: { log: listen },
        document: { addEventListener: listen },
        addEventListener: listen,
      };
      // The script's own variables shadow those of the wrapper.
      const body = code.replaceAll(/^import (\{.*\}) from (".*");/gm, "const $1 = parts[$2];");
      const asynchronous = Object.getPrototypeOf(async () => {}).constructor;
      await asynchronous(...Object.keys(around), `{ ${body} }`)(...Object.values(around));
      assert.ok(seen.length > 0, `${path} has a script that does nothing:\n${code}`);
      run += 1;
    }
  }
  assert.ok(run > 2);
});
