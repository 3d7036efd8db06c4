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
const query = new URLSearchParams(location.search);

/** Resolves an address of this site. Others are rejected, because anybody can link to this page with terms of their own. */
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

function postHeight() {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  // Any page may know the height, and the frame cannot know the origin of its parent.
  parent.postMessage({ takeon: SCHEMA, height }, "*");
}

/** Milliseconds between checks of the frame's position while nothing moves. */
const REST = 200;

/** Position of the frame, as a style of the calculator in it. */
const sheet = new CSSStyleSheet();
let place;
document.adoptedStyleSheets = [sheet];

/**
 * Passes the heights of the frame above and below the window to the calculator, which keeps its one-line answer in sight. Scrolling in
 * the parent page causes no event here, so an IntersectionObserver reports the position, once for each observation.
 */
function trackPosition() {
  const observer = new IntersectionObserver(([{ boundingClientRect: all, intersectionRect: seen }]) => {
    observer.disconnect();
    const [above, below] = seen.height > 0 ? [seen.top - all.top, all.bottom - seen.bottom].map(Math.round) : [0, 0];
    const now = `takeon-calculator { --above: ${above}px; --below: ${below}px }`;
    if (now === place) return setTimeout(trackPosition, REST);
    sheet.replaceSync((place = now));
    requestAnimationFrame(trackPosition);
  });
  observer.observe(document.body);
}

if (query.has("lang")) document.documentElement.lang = query.get("lang");
if (query.has("theme")) calculator.theme = query.get("theme");
if (query.has("config")) calculator.configSrc = checked(query.get("config"));
if (parent !== window) {
  new ResizeObserver(postHeight).observe(document.body);
  trackPosition();
}
await import("./takeon.js");
