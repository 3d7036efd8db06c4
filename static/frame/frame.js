/**
 * One calculator for pages that allow frames and nothing else:
 *
 *   frame.html?config=terms.json&lang=de&theme=dark
 *
 * The page around hears how high it is, `{ takeon: 1, height }` with CSS pixels, and
 * nothing else. Nothing that is sent to the frame is listened to.
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
 * Tells the calculator how much of the frame is above and below the window: its answer in one line stays in sight, though
 * nothing scrolls in here. What can be seen of a frame is told once for each time that it is asked for.
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
