/** The checks of accessibility by axe. */
import AxeBuilder from "@axe-core/playwright";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Returns axe with all its rules; in dark colours, where the markup is the same, with those about contrast. */
export function axe(page, colorScheme = "light") {
  const builder = new AxeBuilder({ page });
  return colorScheme === "dark" ? builder.withRules(["color-contrast", "link-in-text-block"]) : builder.withTags(TAGS);
}
