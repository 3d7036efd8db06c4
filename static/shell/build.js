/** What belongs to this build. `script/finish.mjs` puts the built files' names in the place of these. */
export const BUILD = {
  version: "dev",
  glue: "./takeon-widget.js",
  wasm: "./takeon-widget_bg.wasm",
  /** The later parts of the wasm, where it has parts: in a release. */
  answer: "",
  rest: "",
  message: "",
  /** What the files must be, in the words of Subresource Integrity. */
  integrity: {},
  /** The languages with a file, and how each of them says "Try again". */
  locales: {},
  /** Which messages their files are lists of. */
  words: "",
  /** Which lists of words for reading belong to it. */
  reads: "",
};

/** The address of a file of this build. */
export const beside = (path) => new URL(path, import.meta.url).href;
