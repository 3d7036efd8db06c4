/** Class of <takeon-calculator>, for pages that define their elements themselves. */
export { load } from "./shell/load.js";
export { TakeonCalculator } from "./shell/element.js";
