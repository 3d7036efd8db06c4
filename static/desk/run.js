/** Run of the owner's tools: one instance of their wasm, which the deferred part joins. */
import { compiled } from "../shell/run.js";
import * as tree from "../shell/tree.js";
import { create } from "./glue.js";

/** Returns the English messages of a part, as JSON text: postbuild.mjs puts them into its module. */
function words(module) {
  const [section] = WebAssembly.Module.customSections(module, "words");
  return new TextDecoder().decode(section);
}

/**
 * Starts the tools in the element `root`, from the response with their wasm, in a language by its messages. Returns a function that
 * adds the deferred part from a response, or without one if the wasm is in one piece.
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
