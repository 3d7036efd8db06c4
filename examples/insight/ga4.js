// Counts answers in Google Analytics 4: once for each verdict a visitor comes to, with the
// reasons for it. No answer, no amount and no name leaves the page.
{
  let last;
  addEventListener("takeon-result", ({ detail: { appraisal } }) => {
    if (appraisal.verdict === last) return;
    last = appraisal.verdict;
    const reasons = appraisal.reasons.map(({ id }) => id).join(",");
    globalThis.gtag?.("event", "takeon_verdict", { verdict: last, reasons });
  });
}
