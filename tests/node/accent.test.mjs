/** The page's accent colour: text in it and on it is readable, whatever it is. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { contrast, readable } from "../../static/shell/accent.js";

const AA = 4.5;
const css = readFileSync(new URL("../../src/widget/base.css", import.meta.url), "utf8");
const [light, dark] = [css.match(/\.takeon \{[^]*?\n\}/)[0], css.match(/\.takeon\.dark \{[^]*?\n {2}\}/)[0]];
const channels = (hex) =>
  hex
    .slice(1)
    .replace(/^(.)(.)(.)$/, "$1$1$2$2$3$3")
    .match(/../g)
    .map((pair) => parseInt(pair, 16) / 255);
/** Returns a colour of the style sheet. */
const colour = (rules, name) => channels(new RegExp(`--${name}: (#[0-9a-f]{3,6});`).exec(rules)[1]);
/** Returns a colour as browsers paint it, in steps of 1/255. */
const painted = (colour) => colour.map((channel) => Math.round(channel * 255) / 255);

/** Pseudorandom numbers, the same in each run. */
function* random(seed) {
  for (;;) {
    seed = (seed * 1664525 + 1013904223) % 2 ** 32;
    yield seed / 2 ** 32;
  }
}

for (const [what, rules, isDark] of [
  ["light", light, false],
  ["dark", dark, true],
]) {
  test(`ten thousand random accents are readable in the ${what} calculator`, () => {
    const numbers = random(7);
    const next = () => numbers.next().value;
    for (let n = 0; n < 10_000; n++) {
      const chosen = [next(), next(), next()];
      const accent = painted(readable(chosen, isDark));
      const paper = colour(rules, "paper");
      const wash = paper.map((value, at) => value * 0.9 + accent[at] * 0.1);
      for (const behind of [paper, colour(rules, "tint"), wash, colour(rules, "on-accent")]) {
        assert.ok(contrast(accent, behind) >= AA, `${chosen} becomes ${accent}, on ${behind}`);
      }
    }
  });

  test(`a readable accent is unchanged in the ${what} calculator`, () => {
    const own = channels(/--accent: var\(--\w+-accent, (#\w+)\)/.exec(rules)[1]);
    assert.deepEqual(readable(own, isDark), own);
  });
}
