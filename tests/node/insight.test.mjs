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

/** A page with a snippet on it, and everything that it tells anybody, in its own words. */
async function page(name) {
  const code = await readFile(new URL(`../../examples/insight/${name}.js`, import.meta.url), "utf8");
  const heard = [];
  const hear = (...said) => heard.push(said);
  const target = new EventTarget();
  const scope = {
    addEventListener: target.addEventListener.bind(target),
    JSON,
    plausible: hear,
    gtag: hear,
    _paq: { push: hear },
    dataLayer: { push: hear },
    navigator: { sendBeacon: hear },
  };
  runInNewContext(code, Object.assign(scope, { globalThis: scope }));
  const happens = (type, detail) => target.dispatchEvent(Object.assign(new Event(type), { detail }));
  return { heard, happens };
}

/** Everything that a snippet tells anybody after these verdicts. */
async function told(name, verdicts) {
  const { heard, happens } = await page(name);
  for (const verdict of verdicts) happens("takeon-result", { ...detail, appraisal: { ...detail.appraisal, verdict } });
  return heard.map((said) => JSON.stringify(said));
}

for (const name of ["plausible", "matomo", "ga4", "beacon", "datalayer"]) {
  test(`${name} counts each verdict once, with its reasons and nothing else`, async () => {
    const heard = await told(name, ["reshape", "reshape", "take"]);
    assert.equal(heard.length, 2);
    assert.match(heard[0], /reshape.*care.*budget/);
    assert.match(heard[1], /take/);
    assert.doesNotMatch(heard.join(), /1234|4321|34|secret/);
  });
}

test("datalayer tells where a visitor is, each thing once, and nothing that was entered", async () => {
  const { heard, happens } = await page("datalayer");
  const { brief } = detail;
  happens("takeon-ready", { schema: 1, version: "1" });
  happens("takeon-change", { ...detail, brief: { wishes: brief.wishes } });
  happens("takeon-change", detail);
  happens("takeon-result", detail);
  happens("takeon-result", detail);
  happens("takeon-send", { ...detail, letter: { subject: "A secret", text: "A secret" }, sender: { name: "Anna" } });
  happens("takeon-send", detail);
  happens("takeon-share", { schema: 1, link: "https://secret.example", brief });
  // Of the page itself, whose objects are of another kind.
  const entries = JSON.parse(JSON.stringify(heard.flat()));
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
