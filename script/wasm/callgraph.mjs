/**
 * Call graph of a program linked with --emit-relocs: functions and data, with the references of each. The format:
 * https://github.com/WebAssembly/tool-conventions/blob/main/Linking.md
 */
import { list, number, sections, signed, text } from "./binary.mjs";
import { isPanic } from "./panics.mjs";

/** Kinds of symbols. */
const [FUNCTION, DATA, SECTION] = [0, 1, 3];
/** Flags of symbols: undefined in this object, but with an explicit name. */
const [UNDEFINED, EXPLICIT_NAME] = [0x10, 0x40];
/** Number of the subsection with the symbols. */
const SYMBOL_TABLE = 8;
/** Kinds of relocations: function indices; data addresses, with an addend; and those without a referent. */
const [FUNCTIONS, ADDRESSES, OTHERS] = [
  [0, 1, 2],
  [3, 4, 5],
  [6, 7, 20],
];
/** Size of a `core::panic::Location`: address and length of a file name, line and column. */
const LOCATION = 16;

/**
 * Reads a linked program.
 *
 * A node is a function or data, with its `references` to other nodes. Data has its address range `[from, to)` and its `content`, a
 * function its `names`. `isPanic` marks functions that only panic, and `isLocation` the source locations that they would report.
 *
 * Returns the nodes of `functions`, by index, and of `data`, `exports` as `{ name, index }`, and `elements`, which are `[slot,
 * index]` for each slot of the table with a function.
 */
export function callGraph(bytes) {
  const found = Object.fromEntries([...sections(bytes)].map(({ name, body }) => [name, body]));
  for (const name of ["linking", "reloc.CODE"]) {
    if (!(name in found)) throw new Error(`the program has no section "${name}": was it linked with --emit-relocs?`);
  }
  const vector = (name, read) => (name in found ? list({ bytes, at: found[name] }, read) : []);

  const imported = vector("import", (from) => {
    text(from);
    text(from);
    if (from.bytes[from.at++] !== 0) throw new Error("the program imports more than functions, which callgraph.mjs cannot read");
    number(from);
    return { names: [], references: new Set() };
  });
  const bodies = vector("code", (from) => {
    const size = number(from);
    from.at += size;
    return { at: from.at - size - found.code, end: from.at - found.code, names: [], references: new Set() };
  });
  const functions = [...imported, ...bodies];
  const segments = vector("data", (from) => {
    const address = activeOffset(from);
    const size = number(from);
    from.at += size;
    return { address, at: from.at - size - found.data };
  });
  const exports = vector("export", (from) => ({ name: text(from), kind: from.bytes[from.at++], index: number(from) }));
  const elements = vector("element", (from) => {
    const first = activeOffset(from);
    return list(from, number).map((index, place) => [first + place, index]);
  });

  const symbols = symbolTable({ bytes, at: found.linking }, functions, segments);
  // A function with several names, as merged ones have, only panics if all its names do.
  for (const node of functions) node.isPanic = node.names.length > 0 && node.names.every(isPanic);
  const data = symbols.filter((node) => node && "to" in node).sort((a, b) => a.at - b.at);
  for (const node of data) node.content = bytes.subarray(found.data + node.at, found.data + node.end);
  for (const [name, nodes] of Object.entries({ "reloc.CODE": bodies, "reloc.DATA": data })) {
    if (!(name in found)) continue;
    const around = lookup(nodes);
    const from = { bytes, at: found[name] };
    number(from); // index of the section
    list(from, () => {
      const kind = from.bytes[from.at++];
      const place = number(from);
      const symbol = symbols[number(from)];
      const addend = ADDRESSES.includes(kind) ? signed(from) : 0;
      if (OTHERS.includes(kind)) return;
      if (!ADDRESSES.includes(kind) && !FUNCTIONS.includes(kind)) {
        throw new Error(`the program has a relocation of kind ${kind}, which callgraph.mjs does not know`);
      }
      const within = around(place);
      if (within.length === 0) throw new Error(`no symbol is around the relocation at ${place} of ${name}`);
      if (!symbol) return;
      for (const node of within) {
        node.references.add(symbol);
        node.isLocation ||= isLocation(bytes, found.data, node, place, symbol, addend);
      }
    });
  }
  return { functions, data, exports: exports.filter(({ kind }) => kind === 0), elements: elements.flat() };
}

/** Returns the offset of an active segment, in the table or in the memory. */
function activeOffset(from) {
  const [kind, constant] = [number(from), from.bytes[from.at++]];
  if (kind !== 0 || constant !== 0x41) throw new Error("the program has a segment that callgraph.mjs cannot read");
  const offset = signed(from);
  from.at += 1; // end of the expression
  return offset;
}

/** Returns nodes by symbol index: functions and data. Undefined for other symbols. */
function symbolTable(from, functions, segments) {
  number(from); // version
  while (from.bytes[from.at++] !== SYMBOL_TABLE) from.at += number(from);
  number(from); // size
  return list(from, () => {
    const kind = from.bytes[from.at++];
    const flags = number(from);
    if (kind === SECTION) return void number(from);
    if (kind === DATA) {
      text(from);
      if (flags & UNDEFINED) return undefined;
      const [segment, offset, size] = [number(from), number(from), number(from)];
      if (!segments[segment]) return undefined;
      const [address, at] = [segments[segment].address + offset, segments[segment].at + offset];
      return { from: address, to: address + size, at, end: at + size, references: new Set() };
    }
    const index = number(from);
    const name = !(flags & UNDEFINED) || flags & EXPLICIT_NAME ? text(from) : "";
    if (kind !== FUNCTION) return undefined;
    functions[index].names.push(name);
    return functions[index];
  });
}

/** Returns true for a `core::panic::Location`, by a relocation in it: data that begins with the address of a file name. */
function isLocation(bytes, section, node, place, symbol, addend) {
  if (node.to - node.from !== LOCATION || place !== node.at || !("to" in symbol)) return false;
  const length = bytes.readUInt32LE(section + place + 4);
  const name = section + symbol.at + addend;
  return (
    length > 3 &&
    symbol.at + addend + length <= symbol.end &&
    bytes.toString("latin1", name + length - 3, name + length) === ".rs"
  );
}

/** Returns a function that finds the nodes around an address. Nodes are sorted by start, and may overlap. */
function lookup(nodes) {
  // Farthest end of all nodes up to each.
  const reach = [];
  nodes.reduce((far, { end }, index) => (reach[index] = Math.max(far, end)), 0);
  return (place) => {
    let [low, high] = [0, nodes.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (nodes[middle].at <= place) low = middle + 1;
      else high = middle;
    }
    const around = [];
    for (let index = low - 1; index >= 0 && reach[index] > place; index--) {
      if (nodes[index].end > place) around.push(nodes[index]);
    }
    return around;
  };
}
