// Counts answers in Matomo: once for each verdict a visitor comes to, with the
// reasons for it. No answer, no amount and no name leaves the page.
{
  let last;
  addEventListener("takeon-result", ({ detail: { appraisal } }) => {
    if (appraisal.verdict === last) return;
    last = appraisal.verdict;
    const reasons = appraisal.reasons.map(({ id }) => id).join(",");
    (globalThis._paq ??= []).push(["trackEvent", "Takeon", last, reasons]);
  });
}
