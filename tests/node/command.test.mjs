/** The command of the npm package, and its server for assistants: dist/npm/command. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { appraise, load } from "../../dist/engine.js";
import { read } from "../../dist/reader.js";
import { contract } from "../../script/element-metadata.mjs";

const COMMAND = fileURLToPath(new URL("../../dist/npm/command/takeon.js", import.meta.url));
const path = (name) => fileURLToPath(new URL(`../cases/${name}`, import.meta.url));
const TERMS = path("terms.json");
const terms = JSON.parse(readFileSync(TERMS, "utf8"));
const [{ brief }] = JSON.parse(readFileSync(path("cases.json"), "utf8"));

const folder = mkdtempSync(join(tmpdir(), "takeon-command-"));
after(() => rmSync(folder, { recursive: true }));
const file = (name, text) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const BRIEF = file("brief.json", JSON.stringify(brief));

/** Runs the command. */
function takeon(args, input) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], { encoding: "utf8", input });
  return { status, stdout, stderr };
}

test("a brief is appraised from files, and from stdin", async () => {
  await load();
  const answer = `${JSON.stringify(appraise(brief, terms))}\n`;
  assert.deepEqual(takeon(["appraise", BRIEF, "--terms", TERMS]), { status: 0, stdout: answer, stderr: "" });
  const config = file("config.json", JSON.stringify({ terms }));
  assert.deepEqual(takeon(["appraise", "-", "--terms", config], JSON.stringify(brief)), {
    status: 0,
    stdout: answer,
    stderr: "",
  });
});

const MESSAGE = "Hi, we need a blog and a newsletter by the end of March. We have about 2500 euros. 🙂";

test("a message is read as on a page, and its brief can be appraised", async () => {
  const shop = fileURLToPath(new URL("../../static/terms/web-studio.json", import.meta.url));
  const { terms } = JSON.parse(readFileSync(shop, "utf8"));
  const today = "2026-11-29";
  const said = await read(MESSAGE, { terms, today });
  assert.ok(said.brief.wishes.length === 2 && said.brief.deadline && said.brief.budget);
  const told = ["--terms", shop, "--today", today];
  const brief = `${JSON.stringify(said.brief)}\n`;
  assert.deepEqual(takeon(["read", file("message.txt", MESSAGE), ...told]), { status: 0, stdout: brief, stderr: "" });
  assert.equal(takeon(["read", "-", ...told, "--all"], MESSAGE).stdout, `${JSON.stringify(said)}\n`);
  await load();
  const answer = `${JSON.stringify(appraise(said.brief, terms))}\n`;
  assert.equal(takeon(["appraise", "-", "--terms", shop], brief).stdout, answer);
  assert.deepEqual(JSON.parse(takeon(["read", "-", ...told], "12345").stdout), {});
});

test("errors in a document are reported with their places", () => {
  assert.deepEqual(takeon(["check", TERMS]), { status: 0, stdout: "", stderr: "" });
  const wrong = file("wrong.json", JSON.stringify({ ...terms, rate: "much", currency: "Euro" }));
  const { status, stdout, stderr } = takeon(["check", wrong]);
  assert.deepEqual([status, stdout], [1, ""]);
  assert.match(stderr, /^takeon: 2 errors:\n {2}\/currency: .+\n {2}\/rate: .+\n$/);
});

test("an incomplete command reports what is missing", () => {
  for (const [args, said] of [
    [["appraise", BRIEF], /TERMS is missing/],
    [["appraise", join(folder, "none.json"), "--terms", TERMS], /BRIEF cannot be read: ENOENT/],
    [["check", file("broken.json", "{")], /broken\.json is not JSON/],
    [["guess"], /there is no command guess/],
    [["read", "--terms", TERMS], /MESSAGE is missing/],
    [["read", BRIEF, "--terms", TERMS, "--language", "sv"], /--language is one of ar, da, /],
    [["read", BRIEF, "--terms", TERMS, "--today", "never"], /--today is a day/],
    [["check", TERMS, "--fast"], /'--fast'/],
  ]) {
    const { status, stdout, stderr } = takeon(args);
    assert.deepEqual([status, stdout], [2, ""], String(said));
    assert.match(stderr, said);
  }
  assert.match(takeon([]).stdout, /takeon appraise BRIEF --terms TERMS/);
});

test("an assistant gets the odds under the shop's own terms", async (t) => {
  const client = new Client({ name: "test", version: "1" });
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [COMMAND, "mcp", "--terms", TERMS] }));
  t.after(() => client.close());
  const { tools } = await client.listTools();
  assert.deepEqual(tools.map(({ name }) => name).sort(), ["appraise", "check", "read", "services"]);
  assert.ok(tools[0].inputSchema.properties.brief.properties.wishes, "a brief's schema is there to be filled in");

  const call = (name, given) => client.callTool({ name, arguments: given });
  await load();
  assert.equal((await call("appraise", { brief })).content[0].text, JSON.stringify(appraise(brief, terms)));
  const said = await read(MESSAGE, { terms, language: "en", today: "2026-11-29" });
  const given = { message: MESSAGE, language: "en", today: "2026-11-29" };
  assert.equal((await call("read", given)).content[0].text, JSON.stringify(said));
  const { services } = JSON.parse((await call("services", {})).content[0].text);
  assert.deepEqual(
    services.map(({ id }) => id),
    terms.services.map(({ id }) => id),
  );
  const refused = await call("appraise", { brief: { wishes: [{ service: "castle" }] } });
  assert.ok(refused.isError);
  assert.match(refused.content[0].text, /\/wishes\/0\/service: .*castle/);
  const { errors } = JSON.parse((await call("check", { terms: { ...terms, rate: -1 } })).content[0].text);
  assert.deepEqual(
    errors.map(({ at }) => at),
    ["/rate"],
  );
});

test("every name, command and address in llms.txt exists", () => {
  const root = fileURLToPath(new URL("../../", import.meta.url));
  const guide = readFileSync(join(root, "dist/llms.txt"), "utf8");
  const { attributes, properties, methods, events, parts, cssProperties } = contract;
  for (const { name } of [attributes, properties, methods, events, parts, cssProperties].flat()) {
    assert.ok(guide.includes(`\n- \`${name}\`: `), name);
  }
  const help = takeon(["--help"]).stdout;
  const commands = [...guide.matchAll(/`npx takeon (\w+)/g)].map(([, name]) => name);
  assert.deepEqual(
    commands,
    [...help.matchAll(/^ {2}takeon (\w+)/gm)].map(([, name]) => name),
  );
  for (const [, path] of guide.matchAll(/\/((?:schema|docs)\/[\w.]+)\)/g)) assert.ok(existsSync(join(root, "dist", path)), path);
  // Its example of terms is valid.
  const [, example] = /```json\n([^]*?)```/.exec(guide);
  assert.equal(takeon(["check", "-"], example).status, 0);
});
