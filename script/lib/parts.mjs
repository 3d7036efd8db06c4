/** Deferred parts of the programs, see script/wasm/README.md. */

/**
 * Parts of the calculator, in loading order. `roots` are the exports that only the part needs, by prefix (see src/host/mounted.rs).
 * `owns` are functions that no earlier part may reach. One that `isStyled` contains the style of what it shows.
 */
export const CALCULATOR = [
  {
    name: "answer",
    roots: ["mounted_addAnswer"],
    owns: ["takeon_engine::appraise::appraisal", "takeon_engine::math"],
  },
  {
    name: "rest",
    roots: ["mounted_addRest"],
    isStyled: true,
    owns: ["takeon::letter", "takeon::picture", "takeon::share::read", "takeon::widget::steps::wishes"],
  },
  {
    name: "message",
    roots: ["mounted_addMessages"],
    owns: ["takeon::reader::message", "takeon::mail"],
  },
];

/**
 * Parts of the desk (see src/desk/later.rs). Its program also contains the calculator, because both are in one library. That is the
 * last part, which is not written.
 */
export const DESK = [
  {
    name: "desk-later",
    roots: ["desk_join"],
    owns: ["takeon_engine::appraise::appraisal", "takeon::letter", "takeon::desk::briefs::table", "takeon::desk::agreed"].concat([
      "takeon::desk::capacity",
      "takeon::desk::cards::agreement",
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
