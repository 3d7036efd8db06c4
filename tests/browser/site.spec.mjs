/** Content of dist/, as a static host serves it. */
import { readFileSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { expect, test } from "@playwright/test";

const dist = new URL("../../dist/", import.meta.url);
const read = (name) => readFileSync(new URL(name, dist));

test("every file except the shell has a hash of its content in its name", () => {
  const names = readdirSync(dist).filter((name) => /^takeon-(widget|answer|rest)/.test(name));
  expect(names).toHaveLength(4);
  for (const name of names) {
    expect(name).toMatch(/^takeon-(widget-[0-9a-f]{16}\.(js|wasm)|(answer|rest)-[0-9a-f]{16}\.wasm)$/);
    expect(read("takeon.js").toString()).toContain(name);
  }
});

test("no wasm contains paths of the machine that built it", () => {
  const programs = readdirSync(dist).filter((name) => name.endsWith(".wasm"));
  expect(programs).toHaveLength(8);
  for (const name of programs) {
    const content = read(name).toString("latin1");
    for (const folder of [homedir(), process.cwd()]) expect(content).not.toContain(`${folder}/`);
  }
});

test("the shell can be imported without a page", async () => {
  const shell = await import(new URL("takeon.js", dist));
  expect(shell.TakeonCalculator.version).toMatch(/^\d+\.\d+\.\d+/);
});

test("no page has inline scripts or styles", () => {
  for (const name of ["index.html", "desk.html"]) {
    expect(read(name).toString()).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=/i);
  }
});

test("the demo page links to the desk, and old addresses redirect to it", async ({ page }) => {
  await page.goto("/index.html");
  await page.getByRole("navigation", { name: "Takeon" }).getByRole("link", { name: "Get it" }).click();
  await expect(page.getByRole("heading", { name: "Make it yours", exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "Source" })).toHaveAttribute("href", /^https:\/\/github\.com\//);
  await page.goto("/index.html#jobs");
  await expect(page).toHaveURL(/\/desk\.html#jobs$/);
  await expect(page.getByRole("heading", { name: "What your own jobs teach" })).toBeVisible();
});
