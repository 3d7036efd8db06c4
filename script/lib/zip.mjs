/** ZIP files, the same bytes for the same entries. */
import { deflateRawSync } from "node:zlib";

/** Version 2.0 of the format is enough for what is compressed. */
const VERSION = 20;
const DEFLATED = 8;
/** Names are UTF-8. */
const FLAGS = 1 << 11;
/** The first of January 1980, where the format's time begins. */
const DATE = (1 << 5) | 1;

/** The checksum of the format (CRC-32). */
function checksum(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

/** Numbers of two bytes, given as such, and of four, given as `[number]`, one after the other. */
function numbers(...list) {
  return Buffer.concat(
    list.map((number) => {
      const bytes = Buffer.alloc(Array.isArray(number) ? 4 : 2);
      bytes.writeUIntLE(Number(number), 0, bytes.length);
      return bytes;
    }),
  );
}

/** A file with these entries: pairs of a path and its content. */
export function zip(entries) {
  const files = [];
  const directory = [];
  let offset = 0;
  for (const [path, content] of entries) {
    const [name, bytes] = [Buffer.from(path), Buffer.from(content)];
    const packed = deflateRawSync(bytes, { level: 9 });
    const sizes = [[checksum(bytes)], [packed.length], [bytes.length]];
    const about = numbers(VERSION, FLAGS, DEFLATED, 0, DATE, ...sizes, name.length, 0);
    files.push(numbers([0x04034b50]), about, name, packed);
    directory.push(numbers([0x02014b50], VERSION), about, numbers(0, 0, 0, [0], [offset]), name);
    offset += 4 + about.length + name.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = numbers([0x06054b50], 0, 0, entries.length, entries.length, [listed.length], [offset], 0);
  return Buffer.concat([...files, listed, end]);
}
