/** The class of <takeon-calculator>, for pages that define their elements themselves. */
export { load } from "./shell/code.js";
export { TakeonCalculator } from "./shell/element.js";
