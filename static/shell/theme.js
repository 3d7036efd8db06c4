/** Light or dark. */

/** What asks the device for light or dark. */
export const darkness = () => matchMedia("(prefers-color-scheme: dark)");

/** Whether a calculator is to be dark: as it is told, else as its page is, else as the device is. */
export function isDark(element) {
  if (element.theme !== "auto") return element.theme === "dark";
  const page = element.ownerDocument;
  let scheme = getComputedStyle(element).colorScheme;
  if (scheme === "normal") scheme = page.querySelector('meta[name="color-scheme"]')?.content ?? "";
  const [light, dark] = ["light", "dark"].map((name) => scheme.split(/\s+/).includes(name));
  return light === dark ? darkness().matches : dark;
}
