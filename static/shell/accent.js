/** The page's accent colour, adjusted for contrast. */

/** Contrast that WCAG 2.2 AA requires between text and background, 4.5, with a margin for rounding. */
const LEAST_CONTRAST = 4.55;
/**
 * Colours behind the accent and on top of it, as in src/widget/base.css. The accent is mixed with `towards` until all contrasts
 * suffice.
 */
const LIGHT = { behind: ["#ffffff", "#f6f6f3"], on: "#ffffff", towards: "#000000" };
const DARK = { behind: ["#171a19", "#1f2322"], on: "#0d1f1a", towards: "#ffffff" };
/** Opacity of the accent in the wash behind text. */
const WASH = 0.1;

/** Returns red, green and blue from 0 to 1 of `#rrggbb`. */
const channels = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);

const mixed = (one, other, share) => one.map((value, at) => value * (1 - share) + other[at] * share);

/** Returns the relative luminance, as WCAG defines it. */
function luminance(colour) {
  const [red, green, blue] = colour.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Returns the contrast ratio of two colours, from 1 to 21. */
export function contrast(one, other) {
  const [less, more] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (more + 0.05) / (less + 0.05);
}

/** Returns the nearest readable colour in the light or the dark calculator: three numbers from 0 to 1. */
export function readable(colour, isDark) {
  const { behind, on, towards } = isDark ? DARK : LIGHT;
  const papers = behind.map(channels);
  for (let share = 0; ; share += 0.02) {
    const mixture = mixed(colour, channels(towards), Math.min(share, 1));
    const backs = [...papers, mixed(papers[0], mixture, WASH), channels(on)];
    if (share >= 1 || backs.every((back) => contrast(mixture, back) >= LEAST_CONTRAST)) return mixture;
  }
}

/** Returns the accent colour of the page, three numbers from 0 to 1, if any. */
function pageAccent(element, frame) {
  const probe = element.ownerDocument.createElement("i");
  // The computed value of a mixture has numbers in any notation of colours.
  probe.style.backgroundColor = "color-mix(in srgb, var(--takeon-accent) 100%, #000)";
  frame.after(probe);
  const computed = getComputedStyle(probe).backgroundColor;
  probe.remove();
  const [red, green, blue, alpha = 1] = (computed.match(/-?[\d.]+(e-?\d+)?|none/g) ?? []).map((text) => Number(text) || 0);
  if (blue === undefined || alpha === 0) return undefined;
  const most = computed.startsWith("rgb") ? 255 : 1;
  return [red, green, blue].map((value) => Math.min(Math.max(value / most, 0), 1));
}

/** Sets the page's accent on the frame, for light and for dark. */
export function paint(element, frame) {
  const colour = pageAccent(element, frame);
  for (const [name, isDark] of [
    ["--light-accent", false],
    ["--dark-accent", true],
  ]) {
    if (!colour) frame.style.removeProperty(name);
    else
      frame.style.setProperty(
        name,
        `rgb(${readable(colour, isDark)
          .map((c) => Math.round(c * 255))
          .join(" ")})`,
      );
  }
}
