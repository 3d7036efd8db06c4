import "takeon";

export const right = () => (
  <takeon-calculator
    config-src="/terms.json"
    loading="eager"
    lang="de"
    ontakeon-result={(event) => console.log(event.detail.appraisal.verdict)}
  />
);
// @ts-expect-error: nobody is spoken to like this.
export const wrong = () => <takeon-calculator audience="everyone" />;
// @ts-expect-error: no terms are like this.
export const terms = () => <takeon-calculator config={{ terms: 5 }} />;
