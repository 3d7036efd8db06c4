/** Files of this build. `script/postbuild.mjs` replaces them by their hashed names. */
export const BUILD = {
  version: "dev",
  glue: "./takeon-widget.js",
  wasm: "./takeon-widget_bg.wasm",
  /** Deferred parts of the wasm, in a release. */
  answer: "",
  rest: "",
  message: "",
  /** Hashes of the files for Subresource Integrity. */
  integrity: {},
  /** Languages with a file, each with its translation of "Try again". */
  locales: {},
  /** Fingerprint of the messages in their files. */
  words: "",
  /** Hash of the word lists for reading. */
  reads: "",
};

/** Returns the address of a file of this build. */
export const assetUrl = (path) => new URL(path, import.meta.url).href;
