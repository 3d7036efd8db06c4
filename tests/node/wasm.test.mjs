/** Build steps on the wasm: reachability, splitting, panics and glue. See script/wasm/README.md. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { sections, withSection } from "../../script/wasm/binary.mjs";
import { instantiable } from "../../script/wasm/glue.mjs";
import { minifyNames, optimize } from "../../script/wasm/optimize.mjs";
import { immediateAbort, isPanic } from "../../script/wasm/panics.mjs";
import { DEAD, PRIMARY, reachability } from "../../script/wasm/reachability.mjs";
import { SHARED, split } from "../../script/wasm/split.mjs";
import { assembled, linked } from "./wasm/linked.mjs";

const folder = mkdtempSync(join(tmpdir(), "takeon-wasm-"));
test.after(() => rmSync(folder, { recursive: true }));

/** Returns the exports of parts that are instantiated one after the other, as the glue does. */
function joined(parts, imports = {}) {
  return parts.reduce((shared, bytes) => {
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { ...imports, [SHARED]: shared });
    return { ...shared, ...exports };
  }, {});
}

const has = (bytes, text) => bytes.includes(Buffer.from(text));

/** Three parts: each export calls a function of its own and `both`, and each of these has its own data. */
const THREE = `(module
  (import "page" "tell" (func $tell (param i32)))
  (memory (export "memory") 1)
  (table 5 5 funcref)
  (elem (i32.const 1) $first $second $third $never)
  (data (i32.const 1024) "FIRST...SECOND..THIRD...BOTH....NEVER...")
  (func $first (result i32) (i32.load8_u (i32.const 1024)))
  (func $second (result i32) (i32.load8_u (i32.const 1032)))
  (func $third (result i32) (i32.load8_u (i32.const 1040)))
  (func $never (result i32) (i32.load8_u (i32.const 1056)))
  (func $both (result i32) (i32.load8_u (i32.const 1048)))
  (func $ask (export "ask") (result i32) (call_indirect (result i32) (i32.const 1)))
  (func $answer (export "answer") (result i32)
    (i32.add (i32.mul (call_indirect (result i32) (i32.const 2)) (i32.const 256)) (call $both)))
  (func $write (export "write") (result i32)
    (call $tell (i32.const 7))
    (i32.add (i32.mul (call_indirect (result i32) (i32.const 3)) (i32.const 256)) (call $both))))`;
const SYMBOLS = {
  "text.first": { data: [1024, 8] },
  "text.second": { data: [1032, 8] },
  "text.third": { data: [1040, 8] },
  "text.both": { data: [1048, 8] },
  "text.never": { data: [1056, 8] },
  first: { refersTo: ["text.first"] },
  second: { refersTo: ["text.second"] },
  third: { refersTo: ["text.third"] },
  never: { refersTo: ["text.never"] },
  both: { refersTo: ["text.both"] },
  ask: { refersTo: ["first"] },
  answer: { refersTo: ["second", "both"] },
  write: { refersTo: ["third", "both"] },
};
const PARTS = [{ roots: { answer: "answer" } }, { roots: { write: "write" } }];
const ROOTS = [["answer"], ["write"]];

test("code that several parts need is in the first of them", () => {
  const { slots, at } = reachability(linked(THREE, SYMBOLS), ROOTS);
  assert.deepEqual([...slots.values()], [PRIMARY, 1, 2, DEAD]);
  assert.deepEqual([1024, 1032, 1040, 1048, 1056].map(at), [PRIMARY, 1, 2, 1, DEAD]);
});

test("the data of each part can be read as texts", () => {
  const { texts } = reachability(linked(THREE, SYMBOLS), ROOTS);
  assert.deepEqual(texts, [["FIRST..."], ["SECOND..", "BOTH...."], ["THIRD..."]]);
});

test("overlapping data is where it is needed first, and bytes without a symbol are in the primary part", () => {
  const tail = { ...SYMBOLS, "text.tail": { data: [1036, 6] }, ask: { refersTo: ["first", "text.tail"] } };
  delete tail["text.never"];
  tail.never = {};
  const { at } = reachability(linked(THREE, tail), ROOTS);
  assert.deepEqual([1032, 1035, 1036, 1041, 1042, 1056].map(at), [1, 1, PRIMARY, PRIMARY, 2, PRIMARY]);
});

test("data goes with the data that refers to it", () => {
  const list = { ...SYMBOLS, "text.first": { data: [1024, 8], refersTo: { 4: "text.third" } } };
  assert.equal(reachability(linked(THREE, list), ROOTS).at(1040), PRIMARY);
});

test("data of a panic is dead, unless another function needs it", () => {
  const panic = "core::panicking::panic_fmt";
  const text = THREE.replaceAll("$never", `$"${panic}"`);
  const symbols = { ...SYMBOLS, [panic]: SYMBOLS.never, ask: { refersTo: ["first", panic] } };
  delete symbols.never;
  assert.equal(reachability(linked(text, symbols), ROOTS).at(1056), DEAD);
  symbols.third = { refersTo: ["text.third", "text.never"] };
  assert.equal(reachability(linked(text, symbols), ROOTS).at(1056), 2);
});

test("a function that is merged with a panic is not one", () => {
  const panic = "core::panicking::panic_fmt";
  const symbols = { ...SYMBOLS, never: { ...SYMBOLS.never, alsoNamed: [panic] }, ask: { refersTo: ["first", "never"] } };
  assert.equal(reachability(linked(THREE, symbols), ROOTS).at(1056), PRIMARY);
});

test("the location of a panic is dead with the name of its file, and similar data is not", () => {
  const place = (name) =>
    `\\00\\04\\00\\00\\${name.length.toString(16).padStart(2, "0")}\\00\\00\\00\\01\\00\\00\\00\\01\\00\\00\\00`;
  const program = (name, refersTo) =>
    linked(
      `(module (memory 1)
        (data (i32.const 1024) "${name}")
        (data (i32.const 1040) "${place(name)}")
        (table 1 funcref) (elem (i32.const 0) $ask)
        (func $ask (export "ask") (result i32) (i32.const 1040)))`,
      { name: { data: [1024, name.length] }, place: { data: [1040, 16], refersTo }, ask: { refersTo: ["place"] } },
    );
  const parts = (linked) => [1024, 1040].map(reachability(linked).at);
  assert.deepEqual(parts(program("src/ask.rs", ["name"])), [DEAD, DEAD]);
  assert.deepEqual(parts(program("src/ask.js", ["name"])), [PRIMARY, PRIMARY]);
  // Without a relocation it is a string and four numbers.
  assert.deepEqual(parts(program("src/ask.rs", [])), [DEAD, PRIMARY]);
});

test("a malformed program is refused", () => {
  assert.throws(() => reachability(assembled(THREE)), /no section "linking": was it linked with --emit-relocs\?/);
  assert.throws(() => reachability(linked(THREE, SYMBOLS), [["answer"], ["print"]]), /no export of part 2: print/);
  assert.throws(
    () => reachability(linked(THREE, { ...SYMBOLS, ask: { refersTo: ["first"], kind: 24 } })),
    /relocation of kind 24/,
  );
  const stray = { ...SYMBOLS, "text.first": { data: [1024, 4], refersTo: { 4: "first" } } };
  delete stray["text.second"];
  assert.throws(() => reachability(linked(THREE, { ...stray, second: {} })), /no symbol is around the relocation at/);
  const memory = '(module (import "a" "memory" (memory 1)) (table 1 funcref) (elem (i32.const 0) $f) (func $f (export "f")))';
  assert.throws(() => reachability(linked(memory, { f: {} })), /imports more than functions/);
});

test("three parts are one program, each with its own functions and data", () => {
  const parts = split(assembled(THREE), linked(THREE, SYMBOLS), PARTS);
  const texts = ["FIRST", "SECOND", "THIRD", "BOTH", "NEVER"];
  assert.deepEqual(
    parts.map((part) => texts.filter((text) => has(part, text))),
    [["FIRST"], ["SECOND", "BOTH"], ["THIRD"]],
  );
  const told = [];
  const imports = { page: { tell: (number) => told.push(number) } };
  const { ask } = joined(parts.slice(0, 1), imports);
  assert.equal(ask(), "F".charCodeAt());
  const { answer, write } = joined(parts, imports);
  assert.equal(answer(), "S".charCodeAt() * 256 + "B".charCodeAt());
  assert.equal(write(), "T".charCodeAt() * 256 + "B".charCodeAt());
  assert.deepEqual(told, [7]);
  // A function of the page is imported by the part that calls it.
  assert.deepEqual(
    parts.map((part) => WebAssembly.Module.imports(new WebAssembly.Module(part)).some(({ module }) => module === "page")),
    [false, false, true],
  );
});

test("a program in one part loses dead code and data, and shares nothing", () => {
  const [whole] = split(assembled(THREE), linked(THREE, SYMBOLS));
  assert.ok(has(whole, "THIRD") && !has(whole, "NEVER"));
  const names = WebAssembly.Module.exports(new WebAssembly.Module(whole)).map(({ name }) => name);
  assert.deepEqual(names, ["memory", "ask", "answer", "write"]);
});

test("a function that was merged with one of an earlier part is in the table for both", () => {
  const wasm = assembled(THREE.replace("$first $second $third", "$first $first $third").replace(/\(func \$second[^]*?\n/, ""));
  const parts = split(wasm, linked(THREE, SYMBOLS), PARTS);
  const imports = { page: { tell: () => {} } };
  assert.equal(joined(parts, imports).answer(), "F".charCodeAt() * 256 + "B".charCodeAt());
});

test("a function that a part owns must not be reached earlier, and the error has the path to it", () => {
  const owning = (symbols, ...owns) => {
    const program = linked(THREE, symbols);
    return () => split(assembled(THREE), program, [{ ...PARTS[0], owns }, PARTS[1]]);
  };
  assert.doesNotThrow(owning(SYMBOLS, "second", "both"));
  const leak = { ...SYMBOLS, first: { refersTo: ["text.first", "second"] } };
  assert.throws(
    owning(leak, "second"),
    /part 1 is to own "second", but part 0 has it, by way of\n {2}ask\n {2}first\n {2}second/,
  );
  assert.throws(owning(SYMBOLS, "third"), /but part 2 has it/);
  assert.throws(owning(SYMBOLS, "gone"), /no function "gone"/);
});

test("an appended section is found by browsers, whatever its size", () => {
  for (const size of [0, 100, 127, 128, 40_000]) {
    const wasm = withSection(assembled(THREE), "words", "é".repeat(size));
    const imports = { page: { tell: () => {} } };
    assert.equal(new WebAssembly.Instance(new WebAssembly.Module(wasm), imports).exports.ask(), "F".charCodeAt());
    const [found] = WebAssembly.Module.customSections(new WebAssembly.Module(wasm), "words");
    assert.equal(new TextDecoder().decode(found), "é".repeat(size));
  }
});

test("a wasm that is not that of the linked program is refused", () => {
  const program = linked(THREE, SYMBOLS);
  const other = assembled(THREE.replace(" $never)", ")"));
  assert.throws(() => split(other, program, PARTS), /the table of the wasm is not that of the linked program/);
  assert.throws(() => split(assembled(THREE), program, [{ roots: { answer: "renamed" } }]), /no export "renamed"/);
});

test("the output of rustc is split, and loses the locations of panics", async () => {
  const path = join(folder, "parts.wasm");
  const options = ["--crate-type", "cdylib", "-Copt-level=1", "-Cpanic=abort", "-Cstrip=debuginfo", "-Clink-arg=--emit-relocs"];
  const source = fileURLToPath(new URL("wasm/parts.rs", import.meta.url));
  execFileSync("rustc", ["--edition", "2024", "--target", "wasm32-unknown-unknown", ...options, "-o", path, source]);
  const program = readFileSync(path);
  assert.ok(has(program, "parts.rs"));
  await optimize(path);
  const wasm = readFileSync(path);
  assert.ok(![...sections(wasm)].some(({ name }) => /^(linking|reloc\..*)$/.test(name)));

  const [first, later] = split(wasm, program, [{ roots: { answer: "answer" }, owns: ["answer"] }]);
  assert.ok(has(first, "this is what is asked") && !has(first, "this is only in the answer"));
  assert.ok(has(later, "this is only in the answer") && !has(later, "this is what is asked"));
  for (const part of [first, later]) assert.ok(!has(part, "parts.rs") && !has(part, "index out of bounds"));
  const { ask, answer } = joined([first, later]);
  assert.deepEqual([ask(4), answer(0), answer(1)], [25, 26, 26]);
  assert.throws(() => answer(2), WebAssembly.RuntimeError);
});

test("a panic is recognised by its path, plain or mangled", () => {
  for (const name of [
    "core::panicking::panic_fmt",
    "core[0123456789abcdef]::panicking::panic_bounds_check",
    "_ZN4core9panicking9panic_fmt17h0123456789abcdefE",
    "_RNvNtCs9Z_4core6option13unwrap_failed",
  ]) {
    assert.ok(isPanic(name), name);
  }
  for (const name of ["core::fmt::write", "takeon::engine::appraise", "_ZN4core6option15Option$LT$T$GT$6unwrap17hE"]) {
    assert.ok(!isPanic(name), name);
  }
});

test("a panic traps, and a wasm without any is refused", () => {
  const program = (name) =>
    assembled(`(module (import "page" "log" (func $log)) (func $"${name}" (export "panic") (call $log) (unreachable)))`);
  let heard = 0;
  const bytes = immediateAbort(program("std::panicking::panic_with_hook"));
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { page: { log: () => heard++ } });
  assert.throws(exports.panic, WebAssembly.RuntimeError);
  assert.equal(heard, 0);
  assert.throws(() => immediateAbort(program("std::other")), /no panic was found/);
});

test("the wasm and its glue have the same short names, and no unused import", async () => {
  const path = join(folder, "named.wasm");
  writeFileSync(
    path,
    assembled(`(module (import "./named_bg.js" "__wbg_log_0123456789abcdef" (func $log))
      (func $mount (export "mount") (call $log)))`),
  );
  const glue = `
    const import0 = {
      __proto__: null,
      __wbg_error_fedcba9876543210: function(arg0) {
        console.error(arg0);
      },
      __wbg_log_0123456789abcdef: function() {
        console.log(1);
      },
    };
    export function mount() { wasm.mount(); }
    return { "./named_bg.js": import0 };`;
  const { glue: short, exports } = await minifyNames(path, glue);
  const module = new WebAssembly.Module(readFileSync(path));
  const [{ module: from, name }] = WebAssembly.Module.imports(module);
  assert.equal(from, "a");
  assert.ok(short.includes(`${name}: function() {`) && short.includes("a: import0"));
  assert.ok(!short.includes("console.error") && !short.includes("__wbg_"));
  assert.equal(WebAssembly.Module.exports(module)[0].name, exports.get("mount"));
  assert.ok(short.includes(`wasm.${exports.get("mount")}()`));
});

test("glue of another kind is refused", () => {
  assert.throws(() => instantiable("export function mount() {}"), /does not look like that of wasm-bindgen/);
});
