/**
 * What the exports of a program can come to. Where it is linked with --emit-relocs, the linker tells of every place in it
 * which function or which data is named there.
 * The format: https://github.com/WebAssembly/tool-conventions/blob/main/Linking.md
 */
import { isSilent } from "./silent.mjs";
import { each, number, sections, signed, text } from "./wasm.mjs";

/** The kinds of symbols that the linker knows. */
const [FUNCTION, DATA, SECTION] = [0, 1, 3];
/** That a symbol is from elsewhere, and that it has a name of its own nonetheless. */
const [ELSEWHERE, NAMED] = [0x10, 0x40];
/** The kinds of places that name a function; those that name data and how far behind its start; and all others. */
const [CALLS, ADDRESSES, OTHERS] = [
  [0, 1, 2],
  [3, 4, 5],
  [6, 7, 20],
];

/** Who comes to something: any export, only the late ones, or none. */
export const [EARLY, LATE, NEVER] = [0, 1, 2];

/**
 * Who comes to each slot of the table, and to what lies at an address. `late` has how the names of the late exports begin.
 */
export function reached(bytes, late) {
  const { functions, data, exports, filled } = linked(bytes);
  const early = exports.filter(({ name }) => !late.some((known) => name.startsWith(known)));
  if (early.length === exports.length) throw new Error(`the program has no export for the rest: ${late}`);
  const [soon, ever] = [early, exports].map((from) => from.map(({ index }) => functions[index])).map(everything);
  const when = (thing) => (soon.has(thing) ? EARLY : ever.has(thing) ? LATE : NEVER);
  // Things may lie in one another: what the earliest has is there as early. What nobody knows may be anybody's.
  const known = new Map();
  for (const thing of data) {
    for (let at = thing.from; at < thing.to; at++) known.set(at, Math.min(known.get(at) ?? NEVER, when(thing)));
  }
  return {
    slots: new Map(filled.map(([slot, index]) => [slot, when(functions[index])])),
    at: (address) => known.get(address) ?? EARLY,
  };
}

/** All that these things come to, themselves included. What is silent is never asked for what it names. */
function everything(things) {
  const seen = new Set(things);
  // What is added on the way is looked at, too.
  for (const { isSilent, names } of seen) if (!isSilent) for (const next of names) seen.add(next);
  return seen;
}

/**
 * A program as it was linked: its functions and data with the things that each `names`, and which function is in which
 * slot of the table.
 */
function linked(bytes) {
  const found = Object.fromEntries([...sections(bytes)].map(({ name, body }) => [name, body]));
  const reader = (name) => {
    if (!(name in found)) throw new Error(`the program has no "${name}": was it linked with --emit-relocs?`);
    return { bytes, at: found[name] };
  };
  const list = (from, read) => each(number(from), () => read(from));

  const imported = list(reader("import"), (from) => {
    text(from);
    text(from);
    if (from.bytes[from.at++] !== 0) throw new Error("the program imports more than functions, which parts.mjs cannot read");
    return number(from);
  });
  const bodies = list(reader("code"), (from) => {
    const size = number(from);
    from.at += size;
    return { at: from.at - size - found.code, end: from.at - found.code, names: [] };
  });
  const functions = [...imported.map(() => ({ names: [] })), ...bodies];
  const segments = list(reader("data"), (from) => {
    // An active segment, at a constant.
    from.at += 2;
    const address = signed(from);
    from.at += 1;
    const size = number(from);
    from.at += size;
    return { address, at: from.at - size - found.data };
  });
  const exports = list(reader("export"), (from) => ({ name: text(from), kind: from.bytes[from.at++], index: number(from) }));
  const [[slot, filled]] = list(reader("element"), (from) => {
    from.at += 2;
    const slot = signed(from);
    from.at += 1;
    return [slot, list(from, number)];
  });

  const symbols = symbolsOf(reader("linking"), { functions, segments });
  const data = symbols.filter((thing) => thing && "to" in thing).sort((a, b) => a.at - b.at);
  const places = [
    ["reloc.CODE", bodies],
    ["reloc.DATA", data],
  ];
  for (const [name, things] of places) {
    // How far anything reaches that begins before.
    things.reduce((reach, thing) => (thing.reach = Math.max(reach, thing.end)), 0);
    const from = reader(name);
    number(from);
    list(from, () => {
      const kind = from.bytes[from.at++];
      const at = number(from);
      const symbol = number(from);
      if (ADDRESSES.includes(kind)) signed(from);
      else if (OTHERS.includes(kind)) return;
      else if (!CALLS.includes(kind)) throw new Error(`the program has a place of kind ${kind}, which parts.mjs does not know`);
      const within = around(things, at);
      if (within.length === 0) throw new Error(`nothing that the linker knows is at ${at} of ${name}`);
      if (symbols[symbol]) for (const thing of within) thing.names.push(symbols[symbol]);
    });
  }
  return {
    functions,
    data,
    exports: exports.filter(({ kind }) => kind === 0),
    filled: filled.map((index, at) => [slot + at, index]),
  };
}

/** What each symbol of the linker's names: a function or data, which it makes; undefined for anything else. */
function symbolsOf(from, { functions, segments }) {
  number(from); // the version
  // The symbols are in the part of kind 8.
  while (from.bytes[from.at++] !== 8) from.at += number(from);
  number(from);
  return each(number(from), () => {
    const kind = from.bytes[from.at++];
    const flags = number(from);
    if (kind === SECTION) return void number(from);
    if (kind === DATA) {
      text(from);
      if (flags & ELSEWHERE) return undefined;
      const [segment, offset, size] = [number(from), number(from), number(from)];
      if (!segments[segment]) return undefined;
      const { address, at } = segments[segment];
      return { from: address + offset, to: address + offset + size, at: at + offset, end: at + offset + size, names: [] };
    }
    const index = number(from);
    const name = !(flags & ELSEWHERE) || flags & NAMED ? text(from) : "";
    if (kind !== FUNCTION) return undefined;
    const thing = functions[index];
    // One that has several names is so by all of them.
    thing.isSilent = (thing.isSilent ?? true) && isSilent(name);
    return thing;
  });
}

/** The things that a place is in, of many in their order. */
function around(things, place) {
  let [low, high] = [0, things.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (things[middle].at <= place) low = middle + 1;
    else high = middle;
  }
  const found = [];
  for (let index = low - 1; index >= 0 && things[index].reach > place; index--) {
    if (things[index].end > place) found.push(things[index]);
  }
  return found;
}
