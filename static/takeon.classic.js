/**
 * Shell for pages without module scripts, such as those of tag managers and some page builders:
 *
 *   <script src="…/takeon.classic.js"></script>
 */
const own = /** @type {HTMLScriptElement} */ (document.currentScript ?? document.querySelector('script[src*="takeon.classic"]'));
const shell = new URL("takeon.js", own?.src || document.baseURI).href;
import(shell).catch((cause) => {
  const advice = "If this script was merged with others, use takeon.single.js, which needs no other file.";
  console.error(`Takeon: ${shell} cannot be imported. ${advice}`, cause);
});
