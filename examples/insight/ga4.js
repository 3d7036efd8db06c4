// Counts each new verdict with its reasons in Google Analytics 4. Amounts, texts and names stay in the page.
{
  let last;
  addEventListener("takeon-result", ({ detail: { appraisal } }) => {
    if (appraisal.verdict === last) return;
    last = appraisal.verdict;
    const reasons = appraisal.reasons.map(({ id }) => id).join(",");
    globalThis.gtag?.("event", "takeon_verdict", { verdict: last, reasons });
  });
}
