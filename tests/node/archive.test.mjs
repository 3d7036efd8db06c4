/** The archive that the desk offers: all files that a site needs, and no others. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { unzipSync } from "fflate";
import { filled } from "../../static/desk/archive.js";

const dist = new URL("../../dist/", import.meta.url);
const archive = () => readFileSync(new URL("takeon.zip", dist));

/** Files that only the archive has, or that differ in it. */
const OWN = ["desk.html", "test.html", "test.js"];

test("the archive has every file of the calculator and of the desk, unchanged", () => {
  const files = unzipSync(archive());
  for (const [name, content] of Object.entries(files).filter(([name]) => !OWN.includes(name))) {
    assert.ok(readFileSync(new URL(name, dist)).equals(content), name);
  }
  const named = ["takeon.js", "desk.js", "reader.js"].flatMap((name) =>
    [
      ...Buffer.from(files[name])
        .toString()
        .matchAll(/takeon-[\w-]+-[0-9a-f]{16}\.\w+/g),
    ].map(([name]) => name),
  );
  assert.ok(named.length > 8);
  const others = ["locales/da.json", "terms/words/da.json", "frame.html", "THIRD-PARTY.txt", "icon.svg", "desk.css"];
  for (const name of [...named, ...others, ...OWN]) assert.ok(name in files, name);
  assert.doesNotMatch(Buffer.from(files["desk.html"]).toString(), /"@|"\.\/(docs|index)/);
});

test("a file added to the archive is in it along with all others", async () => {
  const [before, terms] = [unzipSync(archive()), `{"name":"Fjordlys \u00e6\u00f8\u00e5"}\n`];
  const blob = filled(new Uint8Array(archive()), { "terms.json": terms, "æ.txt": "" });
  const after = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  assert.equal(Buffer.from(after["terms.json"]).toString(), terms);
  assert.equal(after["æ.txt"].length, 0);
  assert.equal(Object.keys(after).length, Object.keys(before).length + 2);
  assert.ok(Buffer.from(after["takeon.js"]).equals(before["takeon.js"]));
  assert.throws(() => filled(new Uint8Array(30), {}), /no archive/);
});
