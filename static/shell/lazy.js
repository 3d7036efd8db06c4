/**
 * Code that is loaded when an element comes near the window, to keep the shell small: the start of the calculator's wasm, and
 * everything else that can wait.
 */
export { start } from "./deferred.js";
export { misplacedTerms, isUnclosed } from "./doubts.js";
export { colour, known, listen, placeFor } from "./frames.js";
export { languageData } from "./languages.js";
export { css } from "./style.js";
export { NOTHING, leave, note, recalled } from "./memory.js";
export { written } from "./plain.js";
