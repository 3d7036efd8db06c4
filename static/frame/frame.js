/**
 * Calculator for pages that only allow frames:
 *
 *   frame.html?config=terms.json&lang=de&theme=dark
 *
 * The parent page receives the height, `{ takeon: 1, height }` in CSS pixels, and nothing else. Messages to the frame are ignored.
 */

/** Version of the message. */
const SCHEMA = 1;

const calculator = /** @type {import("../takeon.js").TakeonCalculator} */ (document.querySelector("takeon-calculator"));
const asked = new URLSearchParams(location.search);

/** Resolves an address of this site. Anybody can write a link to this page, with other people's terms in it. */
function checked(address) {
  let url;
  try {
    url = new URL(address, location.href);
  } catch {
    // Reported below.
  }
  if (url?.origin === location.origin && url.protocol === location.protocol) return url.href;
  throw new Error(`Takeon: config=${address} must be a file of ${location.origin}, where this page is.`);
}

function tell() {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  // A height is no secret, and the frame cannot know for sure whose page it is in.
  parent.postMessage({ takeon: SCHEMA, height }, "*");
}

/** Milliseconds until the frame checks its position again while nothing moves. */
const REST = 200;

/** Position of the frame, as a style of the calculator in it. */
const sheet = new CSSStyleSheet();
let place;
document.adoptedStyleSheets = [sheet];

/**
 * Passes the parts of the frame above and below the window to the calculator, whose answer in one line stays in sight although
 * nothing scrolls here. An IntersectionObserver reports once for each observation.
 */
function look() {
  const observer = new IntersectionObserver(([{ boundingClientRect: all, intersectionRect: seen }]) => {
    observer.disconnect();
    const [above, below] = seen.height > 0 ? [seen.top - all.top, all.bottom - seen.bottom].map(Math.round) : [0, 0];
    const now = `takeon-calculator { --above: ${above}px; --below: ${below}px }`;
    if (now === place) return setTimeout(look, REST);
    sheet.replaceSync((place = now));
    requestAnimationFrame(look);
  });
  observer.observe(document.body);
}

if (asked.has("lang")) document.documentElement.lang = asked.get("lang");
if (asked.has("theme")) calculator.theme = asked.get("theme");
if (asked.has("config")) calculator.configSrc = checked(asked.get("config"));
if (parent !== window) {
  new ResizeObserver(tell).observe(document.body);
  look();
}
await import("./takeon.js");
