/** The binary format of wasm, as far as our tools read it. A reader is `{ bytes, at }`, with the place that comes next. */

import binaryen from "binaryen";

/** What the oldest browsers that we write for can do, of what a wasm may need. */
const FEATURES = ["BulkMemory", "BulkMemoryOpt", "CallIndirectOverlong", "Multivalue", "MutableGlobals"]
  .concat(["NontrappingFPToInt", "ReferenceTypes", "SignExt"])
  .reduce((all, name) => all | binaryen.Features[name], 0);

/** The sections of a wasm module, by their number. */
const SECTIONS = "custom type import function table memory global export start element code data data-count tag".split(" ");

/** The sections of a module: `{ id, name, start, body, end }`, `start` with the section's own head. */
export function* sections(bytes) {
  const reader = { bytes, at: 8 };
  while (reader.at < bytes.length) {
    const start = reader.at;
    const id = bytes[reader.at++];
    const size = number(reader);
    const end = reader.at + size;
    const name = id === 0 ? text(reader) : SECTIONS[id];
    yield { id, name, start, body: reader.at, end };
    reader.at = end;
  }
}

/** A module as binaryen holds it. */
export function opened(bytes) {
  const module = binaryen.readBinary(bytes);
  module.setFeatures(FEATURES);
  return module;
}

/** So many things, each by its place among them. */
export const each = (count, read) => Array.from({ length: count }, (_, index) => read(index));

/** The next whole number, as many bytes as it takes. */
export function number(reader) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = reader.bytes[reader.at++];
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return value;
  }
}

/** The next whole number that may be below 0, as many bytes as it takes. */
export function signed(reader) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = reader.bytes[reader.at++];
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return byte & 64 ? value - 2 ** (shift + 7) : value;
  }
}

/** The next text. */
export function text(reader) {
  const size = number(reader);
  reader.at += size;
  return reader.bytes.toString("utf8", reader.at - size, reader.at);
}
