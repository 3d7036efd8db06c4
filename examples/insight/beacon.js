// Sends each new verdict with its reasons to an address of your own. Amounts, texts and names stay
// in the page.
{
  const ADDRESS = "/count";
  let last;
  addEventListener("takeon-result", ({ detail: { appraisal } }) => {
    if (appraisal.verdict === last) return;
    last = appraisal.verdict;
    const reasons = appraisal.reasons.map(({ id }) => id);
    navigator.sendBeacon(ADDRESS, JSON.stringify({ verdict: last, reasons }));
  });
}
