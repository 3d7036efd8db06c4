/** Start of the desk: an instance of its wasm, and its deferred part. */
import { compiled } from "../shell/instance.js";
import * as tree from "../shell/tree.js";
import { create } from "./glue.js";

/** Returns the English messages of a part, as JSON text. postbuild.mjs adds them to the module. */
function words(module) {
  const [section] = WebAssembly.Module.customSections(module, "words");
  return new TextDecoder().decode(section);
}

/**
 * Starts the tools in the element `root`, with the response that has their wasm, and the messages of a language. Returns a function that
 * adds the deferred part from a response, or from nothing if the wasm is in one piece.
 */
export async function start(root, response, tag, messages) {
  const module = await compiled(response);
  const rust = create((exports) => exports, tree);
  await rust.begin(module);
  tree.watch(root);
  const desk = rust.start(tag, words(module), messages);
  return async (later) => {
    const part = later && (await compiled(later));
    if (part) await rust.join(part);
    desk.join(part ? words(part) : "{}");
  };
}
