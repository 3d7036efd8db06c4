/**
 * Shell of Takeon: the small script that defines <takeon-calculator>.
 *
 *   <script type="module" src="…/takeon.js"></script>
 *   <takeon-calculator config-src="terms.json">
 *     Fallback content, such as an email address.
 *   </takeon-calculator>
 *
 * It owns everything that a page can see or break: the element, its attributes and events, the fallback content, loading and failures.
 * The calculator itself is Rust compiled to wasm, which is fetched when the element nears the window. On a server, importing this file
 * has no effect.
 */
import { BUILD } from "./shell/build.js";
import { TAG, TakeonCalculator } from "./shell/element.js";

export { load } from "./shell/load.js";
export { TakeonCalculator };

// If a page loads two copies, perhaps of different versions, the first one stays.
const first = /** @type {typeof TakeonCalculator} */ (globalThis.customElements?.get(TAG));
if (first) {
  console.warn(`Takeon ${BUILD.version} is not used: version ${first.version} has already defined <${TAG}>.`);
} else {
  globalThis.customElements?.define(TAG, TakeonCalculator);
}
