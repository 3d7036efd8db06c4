/** Parser of the parts of wasm's binary format that these tools need. A reader is `{ bytes, at }`, with the next index as `at`. */

/** Names of the sections of a module, by number. */
const SECTIONS = "custom type import function table memory global export start element code data data-count tag".split(" ");

/** Yields the sections of a module: `{ id, name, start, body, end }`. `start` is that of the section's header. */
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

/** Returns the module without the sections that match. */
export function without(bytes, matches) {
  const others = [...sections(bytes)].filter((section) => !matches(section));
  return Buffer.concat([bytes.subarray(0, 8), ...others.map(({ start, end }) => bytes.subarray(start, end))]);
}

/** Returns the module with a custom section appended. */
export function withSection(bytes, name, content) {
  const body = Buffer.concat([leb(Buffer.byteLength(name)), Buffer.from(name), Buffer.from(content)]);
  return Buffer.concat([bytes, Buffer.from([0]), leb(body.length), body]);
}

/** Reads an array of `count` values, each by its index. */
export const each = (count, read) => Array.from({ length: count }, (_, index) => read(index));

/** Reads a vector: its length, then its items. */
export const list = (reader, read) => each(number(reader), () => read(reader));

/** Reads an unsigned LEB128 number. */
export function number(reader) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = reader.bytes[reader.at++];
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return value;
  }
}

/** Reads a signed LEB128 number. */
export function signed(reader) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = reader.bytes[reader.at++];
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return byte & 64 ? value - 2 ** (shift + 7) : value;
  }
}

/** Reads a text. */
export function text(reader) {
  const size = number(reader);
  reader.at += size;
  return reader.bytes.toString("utf8", reader.at - size, reader.at);
}

/** Encodes a number as unsigned LEB128. */
function leb(value) {
  const bytes = [];
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) + 128);
  return Buffer.from([...bytes, value]);
}
