/** Scripts that are loaded when an element nears the window: the start of the calculator's wasm, and everything else that can wait. */
export { start, styles } from "./wasm-parts.js";
export { misplacedTerms, isUnclosed } from "./page-mistakes.js";
export { colour, listen, localOptions, calculatorFor } from "./frames.js";
export { languageData } from "./languages.js";
export { NOTHING, keepState, recordState, takeState } from "./session-state.js";
export { toJson } from "./serialise.js";
