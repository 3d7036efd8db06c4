/** The npm package in dist/npm, and the description of the element in static/element.json. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { contract, manifest } from "../../script/element-metadata.mjs";

const root = new URL("../../", import.meta.url).pathname;
const npm = join(root, "dist/npm");
const read = (path) => readFileSync(join(root, path), "utf8");
const bin = (name) => join(root, "node_modules/.bin", name);

/** Runs a program. Its failure is an error with all its output. */
function run(program, args, cwd) {
  try {
    return execFileSync(program, args, { cwd, encoding: "utf8", stdio: "pipe" });
  } catch (error) {
    throw new Error(`${error.stdout}\n${error.stderr}`);
  }
}

test("the element has the described attributes, properties and methods, and no others", async () => {
  const { TakeonCalculator } = await import(join(npm, "element.js"));
  // Browsers read the name themselves.
  const observed = contract.attributes.map(({ name }) => name).filter((name) => name !== "name");
  assert.deepEqual([...TakeonCalculator.observedAttributes].sort(), observed.sort());
  const members = Object.getOwnPropertyDescriptors(TakeonCalculator.prototype);
  const isOwn = (name) => !/Callback$|^constructor$|^crashed$/.test(name);
  const found = Object.keys(members).filter(isOwn).sort();
  const described = [
    ...contract.attributes.map(({ property }) => property),
    ...[...contract.properties, ...contract.methods].map(({ name }) => name),
  ];
  assert.deepEqual(found, described.filter(Boolean).sort());
  for (const { name, readonly } of contract.properties) assert.equal(!members[name].set, Boolean(readonly), name);
});

test("events, parts and CSS properties are those of the sources", () => {
  const shell = readdirSync(join(root, "static/shell"))
    .map((name) => read(`static/shell/${name}`))
    .join("");
  const listed = /const ANNOUNCED = \[(.*)\]/.exec(shell)[1].match(/takeon-[a-z]+/g);
  const announced = [...shell.matchAll(/announce\("(takeon-[a-z]+)"/g)].map(([, name]) => name);
  assert.deepEqual([...new Set([...listed, ...announced])].sort(), contract.events.map(({ name }) => name).sort());
  const css = run("grep", ["-rhoE", "--", "--takeon-[a-z-]+", "src/widget", "static/shell"], root);
  const used = new Set(css.match(/--takeon-[a-z-]+/g));
  assert.deepEqual([...used].sort(), contract.cssProperties.map(({ name }) => name).sort());
  const sources = run("grep", ["-rhoE", '(part = |"part", |region\\()"[a-z]+"', "src/widget", "static/shell"], root);
  const parts = new Set(sources.match(/"[a-z]+"$/gm).map((part) => part.slice(1, -1)));
  assert.deepEqual([...parts].sort(), contract.parts.map(({ name }) => name).sort());
});

test("the manifest of the element matches the description", () => {
  assert.deepEqual(JSON.parse(read("dist/npm/custom-elements.json")), JSON.parse(JSON.stringify(manifest(contract))));
});

test("the data for editors have every attribute, property, event, part and CSS property", () => {
  const names = (list) => list.map(({ name }) => name);
  const [element] = JSON.parse(read("dist/npm/web-types.json")).contributions.html.elements;
  assert.deepEqual(names(element.attributes), names(contract.attributes));
  assert.deepEqual(names(element.js.events), names(contract.events));
  assert.deepEqual(names(element.css.parts), names(contract.parts));
  const { tags } = JSON.parse(read("dist/npm/html-data.json"));
  assert.deepEqual(names(tags[0].attributes), names(contract.attributes));
  const theme = tags[0].attributes.find(({ name }) => name === "theme");
  assert.deepEqual(names(theme.values), ["auto", "light", "dark"]);
  const css = JSON.parse(read("dist/npm/css-data.json"));
  assert.deepEqual(names(css.properties), names(contract.cssProperties));
  assert.deepEqual(
    names(css.pseudoElements),
    contract.parts.map(({ name }) => `::part(${name})`),
  );
});

test("importing the package on a server does nothing", () => {
  for (const name of ["index", "element", "engine"]) {
    run("node", ["-e", `import(${JSON.stringify(join(npm, `${name}.js`))})`], root);
    run("node", ["-e", `require(${JSON.stringify(join(npm, `${name}.cjs`))})`], root);
  }
});

test("a server can import or require the engine of the package", () => {
  const brief = { wishes: [{ service: "blog" }], deadline: { weeks: 9 }, budget: { fixed: 3000 } };
  const services = [{ id: "blog", hours: 12 }];
  const terms = { shop: { name: "Nord" }, currency: "EUR", rate: 85, team: { hoursPerWeek: 25 }, services };
  const ask = `.then(async ({ load, appraise }) => {
    await load();
    console.log(appraise(${JSON.stringify(brief)}, ${JSON.stringify(terms)}).verdict);
  })`;
  const [module, required] = ["js", "cjs"].map((extension) => JSON.stringify(join(npm, `engine.${extension}`)));
  const answers = [`import(${module})`, `Promise.resolve(require(${required}))`].map((got) =>
    run("node", ["-e", got + ask], root),
  );
  assert.match(answers[0], /^(take|reshape|refer|decline|ask)\n$/);
  assert.equal(answers[1], answers[0]);
});

test("the package composes no addresses, and contains no paths of a machine", () => {
  // The command runs in Node.js, without a bundler.
  const isBundled = (name) => /js$/.test(name) && !name.startsWith("command/");
  for (const name of readdirSync(npm, { recursive: true }).filter(isBundled)) {
    const script = read(join("dist/npm", name));
    for (const word of ["import.meta", "file://", root, homedir()]) assert.ok(!script.includes(word), `${name} has ${word}`);
    // Every imported file exists.
    const imported = [...script.matchAll(/(?:import\(|\bfrom |\bimport )"(\.[^"]*)"/g)].map(([, path]) => path);
    for (const path of imported) assert.ok(existsSync(join(npm, name, "..", path)), `${name} imports ${path}`);
    assert.equal(imported.length, script.match(/(?<!\w)import\(|\bfrom "\.|\bimport "\./g)?.length ?? 0, name);
  }
});

test("publint finds no problems in the package", () => {
  assert.match(run(bin("publint"), ["run", npm, "--strict"], root), /All good/);
});

test("the changelog ends with this version, which all crates have", () => {
  const version = /^version = "(.+)"$/m.exec(read("Cargo.toml"))[1];
  const [next, ...told] = [...read("CHANGELOG.md").matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
  // Unreleased changes come first.
  assert.equal(next, "Next");
  assert.equal(told[0], version);
  const inOrder = told.map((version) => version.split(".").map(Number)).sort((a, b) => b[0] - a[0] || b[1] - a[1] || b[2] - a[2]);
  assert.deepEqual(
    told,
    inOrder.map((version) => version.join(".")),
  );
  assert.ok(read("Cargo.toml").includes(`takeon-engine = { path = "src/engine", version = "${version}" }`));
  assert.equal(JSON.parse(read("dist/npm/package.json")).version, version);
});

test("every schema has the address at which it is served", () => {
  const { homepage } = JSON.parse(read("dist/npm/package.json"));
  for (const name of readdirSync(join(root, "dist/schema"))) {
    assert.equal(JSON.parse(read(`dist/schema/${name}`)).$id, `${homepage}schema/${name}`);
  }
});

test("the address of the project is in Cargo.toml alone", () => {
  const { repository, homepage } = JSON.parse(read("dist/npm/package.json"));
  const cargo = read("Cargo.toml");
  assert.ok(cargo.includes(`repository = "${repository.url.slice("git+".length, -".git".length)}"`));
  assert.ok(cargo.includes(`homepage = "${homepage}"`));
  const owner = new URL(repository.url.slice("git+".length)).pathname.split("/")[1];
  const found = run("git", ["grep", "-lE", `github.com/${owner}/takeon|//${owner}.github.io`], root);
  assert.deepEqual(found.trim().split("\n"), ["Cargo.toml"]);
});

test("the types are found with every kind of import", () => {
  run(bin("attw"), ["--pack", npm], root);
});

test("the types accept correct uses, and refuse wrong ones", () => {
  const folder = mkdtempSync(join(tmpdir(), "takeon-types-"));
  try {
    mkdirSync(join(folder, "node_modules/@types"), { recursive: true });
    cpSync(npm, join(folder, "node_modules/takeon"), { recursive: true });
    for (const name of ["@types/react", "csstype"]) {
      cpSync(join(root, "node_modules", name), join(folder, "node_modules", name), { recursive: true, dereference: true });
    }
    writeFileSync(
      join(folder, "right.tsx"),
      `import "takeon";
import { appraise, load } from "takeon/engine";
const element = document.querySelector("takeon-calculator")!;
element.addEventListener("takeon-result", ({ detail }) => {
  const verdict: string = detail.appraisal.verdict;
  const schema: 1 = detail.schema;
  console.log(verdict, schema, detail.brief.wishes);
});
element.addEventListener("takeon-error", ({ detail }) => console.log(detail.kind === "crash", detail.errors?.[0]?.at));
element.theme = "dark";
element.ready.then((calculator) => calculator.retry());
export const page = <takeon-calculator config-src="terms.json" audience="shop" loading="eager" lang="de" />;
export const later = async () => load().then(() => appraise);
`,
    );
    writeFileSync(
      join(folder, "wrong.tsx"),
      `import "takeon";
const element = document.querySelector("takeon-calculator")!;
// @ts-expect-error: there is no such theme.
element.theme = "pink";
// @ts-expect-error: it is read-only.
element.brief = null;
// @ts-expect-error: there is no such audience.
export const page = <takeon-calculator audience="everyone" />;
`,
    );
    const options = {
      strict: true,
      noEmit: true,
      jsx: "preserve",
      module: "nodenext",
      target: "es2022",
      lib: ["es2022", "dom"],
      types: [],
    };
    const check = () => run(bin("tsc"), ["-p", folder], folder);
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: options, include: ["*.tsx"] }));
    writeFileSync(join(folder, "package.json"), '{"type":"module"}');
    check();
    // None of the libraries whose templates get types is installed.
    for (const name of ["@types", "csstype"]) rmSync(join(folder, "node_modules", name), { recursive: true });
    for (const name of ["right.tsx", "wrong.tsx"]) rmSync(join(folder, name));
    for (const name of ["plain.ts", "plain.cts"])
      writeFileSync(join(folder, name), 'import "takeon";\nimport "takeon/engine";\n');
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: options, include: ["plain.*"] }));
    check();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
