/** The archive that the demo page hands out: all that a site needs, and nothing else. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { unzipSync } from "fflate";

const dist = new URL("../../dist/", import.meta.url);

test("the archive has every file of the calculator as it is", () => {
  const files = unzipSync(readFileSync(new URL("takeon.zip", dist)));
  for (const [name, content] of Object.entries(files)) {
    assert.ok(readFileSync(new URL(name.replace("takeon/", ""), dist)).equals(content), name);
  }
  const shell = Buffer.from(files["takeon/takeon.js"]).toString();
  const named = [...shell.matchAll(/takeon-\w+-[0-9a-f]{16}\.\w+/g)].map(([name]) => `takeon/${name}`);
  assert.ok(named.length > 3);
  for (const name of [...named, "takeon/locales/da.json", "takeon/frame.html", "takeon/THIRD-PARTY.txt"]) {
    assert.ok(name in files, name);
  }
});
