/** The binary format of wasm, as far as our tools read it. A reader is `{ bytes, at }`, with the place that comes next. */

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

/** The next whole number, as many bytes as it takes. */
export function number(reader) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = reader.bytes[reader.at++];
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return value;
  }
}

/** The next text. */
export function text(reader) {
  const size = number(reader);
  reader.at += size;
  return reader.bytes.toString("utf8", reader.at - size, reader.at);
}
