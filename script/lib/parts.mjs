/** Parts of the programs that are loaded later. */

/**
 * Parts of the calculator, in loading order: `roots` has the exports that each begins with, by prefix (see src/host/mounted.rs),
 * and `owns` some functions whose reachability from an earlier part would defeat its purpose.
 */
export const CALCULATOR = [
  {
    name: "answer",
    roots: ["mounted_addAnswer"],
    owns: ["takeon_engine::appraise::appraise", "takeon_engine::math", "takeon::share::read"],
  },
  {
    name: "rest",
    roots: ["mounted_addRest"],
    owns: ["takeon::letter", "takeon::picture"],
  },
  {
    name: "message",
    roots: ["mounted_addMessages"],
    owns: ["takeon::reader::message", "takeon::mail"],
  },
];

/**
 * Parts of the desk (see src/desk/later.rs). It is built from the library with the calculator, which is left out: that comes last.
 */
export const DESK = [
  {
    name: "desk-later",
    roots: ["desk_join"],
    owns: ["takeon_engine::appraise::appraise", "takeon::letter", "takeon::desk::briefs::table", "takeon::desk::agreed"].concat([
      "takeon::desk::capacity",
      "takeon::desk::proposal",
      "takeon::desk::learning::jobs",
      "takeon::desk::learning::spreadsheet",
    ]),
  },
  {
    name: "calculator",
    roots: ["mount", "__wbg_mounted_free"],
    owns: ["takeon::widget::steps", "takeon::widget::answer", "takeon::reader::message"],
    isLeftOut: true,
  },
];
