// A window of jsdom, of which a test gives only some things to the scripts.
import assert from "node:assert/strict";
import { JSDOM, VirtualConsole } from "jsdom";

const told = [];
const virtualConsole = new VirtualConsole();
virtualConsole.on("jsdomError", (error) => told.push(error));
const { window } = new JSDOM("<!doctype html>", { url: "http://localhost/", virtualConsole });
globalThis.window = window;
for (const name of ["document", "HTMLElement", "customElements", "CustomEvent", "MutationObserver", "location"]) {
  globalThis[name] = window[name];
}
await import("takeon");
window.document.body.innerHTML = '<takeon-calculator loading="eager"><p>words</p></takeon-calculator>';
await new Promise((done) => setTimeout(done, 100));
assert.deepEqual(told, []);
assert.equal(window.document.body.textContent, "words");
