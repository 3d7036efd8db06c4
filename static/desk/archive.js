/** Addition of files to a ZIP archive. A library would compress too, and be larger. */

/** Signatures of the records of a ZIP file: a local file, its entry in the central directory, and the end of that. */
const [FILE, LINE, END] = [0x04034b50, 0x02014b50, 0x06054b50];

/** Length of the end record, without a comment. */
const TAIL = 22;

/** 1 January 1980 in the format of ZIP files. */
const DAY = 0x21;

/** Returns the CRC-32 of bytes. */
function checksum(bytes) {
  let sum = -1;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

/** Returns the bytes of little-endian numbers, each given as its length and its value. */
function numbers(...pairs) {
  const bytes = [];
  for (const [length, value] of pairs) for (let at = 0; at < length; at++) bytes.push((value / 2 ** (8 * at)) & 255);
  return bytes;
}

/**
 * Returns a ZIP file with further files, uncompressed: texts by name.
 *
 * @param {Uint8Array} zip
 * @param {Record<string, string>} files
 * @returns {Blob}
 */
export function filled(zip, files) {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const tail = zip.length - TAIL;
  if (tail < 0 || view.getUint32(tail, true) !== END) throw new Error("this is no archive");
  const [count, start] = [view.getUint16(tail + 10, true), view.getUint32(tail + 16, true)];
  const [contents, lines] = [[], []];
  let at = start;
  for (const [name, text] of Object.entries(files)) {
    const [path, bytes] = [name, text].map((text) => new TextEncoder().encode(text));
    // Version, names in UTF-8, no compression, time and date, checksum, lengths, no extra field.
    const header = numbers(
      [2, 20],
      [2, 0x800],
      [2, 0],
      [2, 0],
      [2, DAY],
      [4, checksum(bytes)],
      [4, bytes.length],
      [4, bytes.length],
      [2, path.length],
      [2, 0],
    );
    const head = [...numbers([4, FILE]), ...header, ...path];
    contents.push(new Uint8Array(head), bytes);
    lines.push(
      new Uint8Array([...numbers([4, LINE], [2, 20]), ...header, ...numbers([2, 0], [2, 0], [2, 0], [4, 0], [4, at]), ...path]),
    );
    at += head.length + bytes.length;
  }
  const list = [zip.slice(start, tail), ...lines];
  const length = list.reduce((sum, { length }) => sum + length, 0);
  const all = count + lines.length;
  const end = new Uint8Array(numbers([4, END], [2, 0], [2, 0], [2, all], [2, all], [4, length], [4, at], [2, 0]));
  return new Blob([zip.slice(0, start), ...contents, ...list, end], { type: "application/zip" });
}
