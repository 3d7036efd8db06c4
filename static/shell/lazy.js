/**
 * Script that the element loads when somebody comes near it, to keep the shell small: the start of the calculator's wasm, and
 * whatever else is not needed before.
 */
export { paint } from "./accent.js";
export { start } from "./deferred.js";
export { listen, placeFor } from "./frames.js";
export { frozen } from "./frozen.js";
export { direction, named } from "./languages.js";
export { NOTHING, leave, note, recalled } from "./memory.js";
export { written } from "./plain.js";
export { table } from "../reader/intl.js";
export { darkness, isDark } from "./theme.js";
