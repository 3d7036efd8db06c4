// Counts each new verdict with its reasons in Plausible. Amounts, texts and names stay in the page.
{
  let last;
  addEventListener("takeon-result", ({ detail: { appraisal } }) => {
    if (appraisal.verdict === last) return;
    last = appraisal.verdict;
    const reasons = appraisal.reasons.map(({ id }) => id).join(",");
    globalThis.plausible?.("Takeon", { props: { verdict: last, reasons } });
  });
}
