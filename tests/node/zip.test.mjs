/** What the demo page hands out: an archive with all that a site needs, and nothing else. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { inflateRawSync } from "node:zlib";

const dist = new URL("../../dist/", import.meta.url);

/** The files of an archive by their names, as its directory at the end lists them. */
function unpacked(zip) {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const files = new Map();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    assert.equal(zip.readUInt32LE(at), 0x02014b50);
    const [packed, size, length] = [zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 24), zip.readUInt16LE(at + 28)];
    const name = zip.toString("utf8", at + 46, at + 46 + length);
    const start = zip.readUInt32LE(at + 42);
    assert.equal(zip.toString("utf8", start + 30, start + 30 + length), name);
    const content = inflateRawSync(zip.subarray(start + 30 + length, start + 30 + length + packed));
    assert.equal(content.length, size);
    files.set(name, content);
    at += 46 + length;
  }
  assert.equal(at, end);
  return files;
}

test("the archive has every file of the calculator as it is", () => {
  const files = unpacked(readFileSync(new URL("takeon.zip", dist)));
  for (const [name, content] of files) {
    assert.ok(content.equals(readFileSync(new URL(name.replace("takeon/", ""), dist))), name);
  }
  const shell = files.get("takeon/takeon.js").toString();
  for (const [named] of shell.matchAll(/takeon-(?:widget|rest)-\w+\.\w+/g)) assert.ok(files.has(`takeon/${named}`), named);
  for (const name of ["takeon/locales/da.json", "takeon/frame.html", "takeon/THIRD-PARTY.txt"]) assert.ok(files.has(name), name);
});
