import "takeon";

/** A page of somebody who tests it without a browser. */
export function open(config) {
  document.documentElement.lang = "de";
  const calculator = Object.assign(document.createElement("takeon-calculator"), { config, textContent: "Schreiben Sie uns." });
  document.body.append(calculator);
  return calculator;
}
