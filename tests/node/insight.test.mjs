/** Snippets for analytics: each sends the verdict and its reasons, and nothing else. */
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

/** Returns a page with a snippet, and the calls that it makes to analytics. */
async function page(name) {
  const code = await readFile(new URL(`../../examples/insight/${name}.js`, import.meta.url), "utf8");
  const calls = [];
  const record = (...args) => calls.push(args);
  const target = new EventTarget();
  const scope = {
    addEventListener: target.addEventListener.bind(target),
    JSON,
    plausible: record,
    gtag: record,
    _paq: { push: record },
    dataLayer: { push: record },
    navigator: { sendBeacon: record },
  };
  runInNewContext(code, Object.assign(scope, { globalThis: scope }));
  const happens = (type, detail) => target.dispatchEvent(Object.assign(new Event(type), { detail }));
  return { calls, happens };
}

/** Returns the calls that a snippet makes after these verdicts, as JSON texts. */
async function callsAfter(name, verdicts) {
  const { calls, happens } = await page(name);
  for (const verdict of verdicts) happens("takeon-result", { ...detail, appraisal: { ...detail.appraisal, verdict } });
  return calls.map((args) => JSON.stringify(args));
}

for (const name of ["plausible", "matomo", "ga4", "beacon", "datalayer"]) {
  test(`${name} counts each verdict once, with its reasons and nothing else`, async () => {
    const calls = await callsAfter(name, ["reshape", "reshape", "take"]);
    assert.equal(calls.length, 2);
    assert.match(calls[0], /reshape.*care.*budget/);
    assert.match(calls[1], /take/);
    assert.doesNotMatch(calls.join(), /1234|4321|34|secret/);
  });
}

test("datalayer reports each step once, and nothing that was typed", async () => {
  const { calls, happens } = await page("datalayer");
  const { brief } = detail;
  happens("takeon-ready", { schema: 1, version: "1" });
  happens("takeon-change", { ...detail, brief: { wishes: brief.wishes } });
  happens("takeon-change", detail);
  happens("takeon-result", detail);
  happens("takeon-result", detail);
  happens("takeon-send", { ...detail, letter: { subject: "A secret", text: "A secret" }, sender: { name: "Anna" } });
  happens("takeon-send", detail);
  happens("takeon-share", { schema: 1, link: "https://secret.example", brief });
  // Objects of another realm have other prototypes.
  const entries = JSON.parse(JSON.stringify(calls.flat()));
  assert.deepEqual(
    entries.map(({ event, takeon }) => [event, takeon]),
    [
      ["takeon_shown", {}],
      ["takeon_begun", {}],
      ["takeon_said", { said: "wishes" }],
      ["takeon_said", { said: "budget" }],
      ["takeon_answer", { verdict: "reshape", reasons: "care,budget" }],
      ["takeon_letter", { verdict: "reshape" }],
      ["takeon_link", {}],
    ],
  );
  assert.doesNotMatch(JSON.stringify(entries), /1234|4321|34|secret|Anna/);
});
