// Reports to Google Tag Manager, once per page view: the calculator was shown and used, a topic was answered, a verdict with its
// reasons, a letter or a link was requested. Amounts, texts and names stay in the page.
{
  const pushed = new Set();
  const push = (event, takeon = {}) => {
    const entry = { event: `takeon_${event}`, takeon };
    const key = JSON.stringify(entry);
    if (pushed.has(key)) return;
    pushed.add(key);
    (globalThis.dataLayer ??= []).push(entry);
  };
  addEventListener("takeon-ready", () => push("shown"));
  addEventListener("takeon-change", ({ detail: { brief } }) => {
    push("begun");
    for (const said of Object.keys(brief)) push("said", { said });
  });
  addEventListener("takeon-result", ({ detail: { appraisal } }) => {
    const reasons = appraisal.reasons.map(({ id }) => id).join(",");
    push("answer", { verdict: appraisal.verdict, reasons });
  });
  addEventListener("takeon-send", ({ detail: { appraisal } }) => push("letter", { verdict: appraisal.verdict }));
  addEventListener("takeon-share", () => push("link"));
}
