// Tells Google Tag Manager what visitors do, each thing once: that the calculator was shown and begun, what was said, the
// verdicts with their reasons, and that a letter or a link left. No amount, no text and no name leaves the page.
{
  const told = new Set();
  const tell = (event, takeon = {}) => {
    const entry = { event: `takeon_${event}`, takeon };
    const key = JSON.stringify(entry);
    if (told.has(key)) return;
    told.add(key);
    (globalThis.dataLayer ??= []).push(entry);
  };
  addEventListener("takeon-ready", () => tell("shown"));
  addEventListener("takeon-change", ({ detail: { brief } }) => {
    tell("begun");
    for (const said of Object.keys(brief)) tell("said", { said });
  });
  addEventListener("takeon-result", ({ detail: { appraisal } }) => {
    const reasons = appraisal.reasons.map(({ id }) => id).join(",");
    tell("answer", { verdict: appraisal.verdict, reasons });
  });
  addEventListener("takeon-send", ({ detail: { appraisal } }) => tell("letter", { verdict: appraisal.verdict }));
  addEventListener("takeon-share", () => tell("link"));
}
