/** Sets the accent colour of calculators. A strict content security policy would reject inline styles. */
for (const element of document.querySelectorAll("takeon-calculator[data-accent]")) {
  element.style.setProperty("--takeon-accent", element.dataset.accent);
}
