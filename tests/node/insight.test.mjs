/** Snippets that count answers: each sends verdict and reasons, and nothing else. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { runInNewContext } from "node:vm";

const detail = {
  schema: 1,
  brief: { budget: { fixed: 1234 }, wishes: [{ name: "A secret", size: "small" }] },
  appraisal: {
    verdict: "reshape",
    price: { p50: 4321 },
    reasons: [
      { id: "care", hours: 34 },
      { id: "budget", money: 1234 },
    ],
  },
};

/** Everything that a snippet tells anybody after these verdicts, in its own words. */
async function told(name, verdicts) {
  const code = await readFile(new URL(`../../examples/insight/${name}.js`, import.meta.url), "utf8");
  const heard = [];
  const hear = (...said) => heard.push(said);
  const page = new EventTarget();
  const scope = {
    addEventListener: page.addEventListener.bind(page),
    JSON,
    plausible: hear,
    gtag: hear,
    _paq: { push: hear },
    navigator: { sendBeacon: hear },
  };
  runInNewContext(code, Object.assign(scope, { globalThis: scope }));
  for (const verdict of verdicts) {
    const event = new Event("takeon-result");
    event.detail = { ...detail, appraisal: { ...detail.appraisal, verdict } };
    page.dispatchEvent(event);
  }
  return heard.map((said) => JSON.stringify(said));
}

for (const name of ["plausible", "matomo", "ga4", "beacon"]) {
  test(`${name} counts each verdict once, with its reasons and nothing else`, async () => {
    const heard = await told(name, ["reshape", "reshape", "take"]);
    assert.equal(heard.length, 2);
    assert.match(heard[0], /reshape.*care.*budget/);
    assert.match(heard[1], /take/);
    assert.doesNotMatch(heard.join(), /1234|4321|34|secret/);
  });
}
