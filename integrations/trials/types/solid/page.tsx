import "takeon";

export const right = () => (
  <takeon-calculator
    config-src="/terms.json"
    loading="eager"
    lang="de"
    on:takeon-result={(event) => console.log(event.detail.appraisal.verdict)}
  />
);
// @ts-expect-error: nobody is spoken to like this.
export const wrong = () => <takeon-calculator audience="everyone" />;
// @ts-expect-error: no terms are like this.
export const terms = () => <takeon-calculator prop:config={{ terms: 5 }} />;
