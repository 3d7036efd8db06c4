/** Gives calculators the accent of the settings. An inline style would be refused by a strict policy. */
for (const element of document.querySelectorAll("takeon-calculator[data-accent]")) {
  element.style.setProperty("--takeon-accent", element.dataset.accent);
}
