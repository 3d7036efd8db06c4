/**
 * The shell of Takeon: the small script that defines <takeon-calculator>.
 *
 *   <script type="module" src="…/takeon.js"></script>
 *   <takeon-calculator config-src="terms.json">
 *     Words for a page without JavaScript, for instance an e-mail address.
 *   </takeon-calculator>
 *
 * It owns everything that a page can see or break: the element, its attributes and events, the page's own words while there is no
 * calculator, loading and failures. The calculator itself is Rust compiled to wasm, fetched when the element comes near the window.
 * Importing this file without a page does nothing.
 */
import { BUILD } from "./shell/build.js";
import { TAG, TakeonCalculator } from "./shell/element.js";

export { load } from "./shell/code.js";
export { TakeonCalculator };

// A page may come to load two copies, perhaps of two versions: the first one stays.
const first = /** @type {typeof TakeonCalculator} */ (globalThis.customElements?.get(TAG));
if (first) {
  console.warn(`Takeon ${BUILD.version} is not used: version ${first.version} has already defined <${TAG}>.`);
} else {
  globalThis.customElements?.define(TAG, TakeonCalculator);
}
