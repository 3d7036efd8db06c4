/** Programs as the linker leaves them, written by hand: the text of a wasm, and its symbols with what each refers to. */
import binaryen from "binaryen";
import { list, number, sections, signed } from "../../../script/wasm/binary.mjs";

/** The wasm of a text. */
export function assembled(text) {
  const module = binaryen.parseText(text);
  module.setFeatures(binaryen.Features.All);
  binaryen.setDebugInfo(true);
  const bytes = Buffer.from(module.emitBinary());
  module.dispose();
  return bytes;
}

/**
 * A program with relocations. `symbols` has, by name, functions, called as in the text, and data, which has its place in the
 * memory as `data: [address, size]`. `refersTo` has names of symbols; data may say how far into it: `{ 4: "name" }`.
 * `alsoNamed` are more symbols of the same function, `kind` overrides the kind of the relocations.
 */
export function linked(text, symbols) {
  const wasm = assembled(text);
  const indices = functionIndices(text);
  const found = Object.fromEntries([...sections(wasm)].map(({ name, body }, index) => [name, { body, index }]));
  const bodies = vector(wasm, found.code.body, (from) => {
    const size = number(from);
    from.at += size;
    return from.at - size - found.code.body;
  });
  const imported = Object.keys(indices).length - bodies.length;
  const segments = vector(wasm, found.data?.body, (from) => {
    from.at += 2;
    const address = signed(from);
    from.at += 1;
    const size = number(from);
    from.at += size;
    return { address, size, at: from.at - size - found.data.body };
  });
  const segmentOf = (address) =>
    segments.findIndex((segment) => address >= segment.address && address < segment.address + segment.size);

  const table = [];
  const numbers = {};
  for (const [name, { data, alsoNamed = [] }] of Object.entries(symbols)) {
    numbers[name] = table.length;
    if (data) {
      const segment = segmentOf(data[0]);
      table.push([1, 0, ...named(name), ...leb(segment), ...leb(data[0] - segments[segment].address), ...leb(data[1])]);
    } else {
      for (const also of [name, ...alsoNamed]) table.push([0, 0, ...leb(indices[name]), ...named(also)]);
    }
  }
  const relocations = { code: [], data: [] };
  for (const [name, { data, refersTo = [], kind }] of Object.entries(symbols)) {
    for (const [offset, other] of Object.entries(refersTo)) {
      const isData = "data" in symbols[other];
      const place = data
        ? segments[segmentOf(data[0])].at + data[0] - segments[segmentOf(data[0])].address
        : bodies[indices[name] - imported];
      const kinds = data ? [2, 5] : [0, 3];
      const entry = [kind ?? kinds[Number(isData)], ...leb(place + Number(offset)), ...leb(numbers[other])];
      relocations[data ? "data" : "code"].push(isData ? [...entry, 0] : entry);
    }
  }
  const counted = (items) => [...leb(items.length), ...items.flat()];
  const symbolTable = counted(table);
  return Buffer.concat([
    wasm,
    custom("linking", [2, 8, ...leb(symbolTable.length), ...symbolTable]),
    custom("reloc.CODE", [...leb(found.code.index), ...counted(relocations.code)]),
    custom("reloc.DATA", [...leb(found.data?.index ?? 0), ...counted(relocations.data)]),
  ]);
}

/** The indices of the functions of a text, by name: in its order, the imported ones first. */
function functionIndices(text) {
  const names = [...text.matchAll(/\(func \$([^\s()]+)/g)].map(([, name]) => name.replaceAll('"', ""));
  return Object.fromEntries(names.map((name, index) => [name, index]));
}

const vector = (bytes, at, read) => (at === undefined ? [] : list({ bytes, at }, read));
const named = (name) => [...leb(Buffer.byteLength(name)), ...Buffer.from(name)];

function custom(name, content) {
  const body = [...named(name), ...content];
  return Buffer.from([0, ...leb(body.length), ...body]);
}

function leb(number) {
  return number < 128 ? [number] : [(number & 127) | 128, ...leb(number >> 7)];
}
