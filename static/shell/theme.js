/** Colour scheme: light or dark. */

/** Media query for the device's colour scheme. */
export const darkness = () => matchMedia("(prefers-color-scheme: dark)");

/** Returns true if a calculator is dark: by its attribute, else like its page, else like the device. */
export function isDark(element) {
  if (element.theme !== "auto") return element.theme === "dark";
  const page = element.ownerDocument;
  let scheme = getComputedStyle(element).colorScheme;
  if (scheme === "normal") scheme = page.querySelector('meta[name="color-scheme"]')?.content ?? "";
  const [light, dark] = ["light", "dark"].map((name) => scheme.split(/\s+/).includes(name));
  return light === dark ? darkness().matches : dark;
}
