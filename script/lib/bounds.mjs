/** Bounds of download sizes, in bytes of brotli. `script/test size` checks them, and docs/figures.md shows them. */

const kB = 1000;

/** Bounds by subject. An aim is a stricter bound that is still to be met. */
export const BOUNDS = {
  "first visit, until the first question": 120 * kB,
  "first visit, until the first question, aim": 100 * kB,
  "first visit, until the first answer": 200 * kB,
  "first visit, until the first answer, aim": 160 * kB,
  shell: 5 * kB,
  English: 8 * kB,
  "another language": 8 * kB,
  "engine alone, without JSON": 26 * kB,
  "a first message": 60 * kB,
  "desk, first screen": 330 * kB,
  "desk, all of it": 550 * kB,
};

/** Bounds of all messages of a language. English is larger, because the parts of the program contain its keys, too. */
export const ALL_MESSAGES = { English: 12.9 * kB, "another language": 11.5 * kB };

/** Tolerated growth of a weight above its bound, relative to the recorded one. */
const SLACK = 0.01;

/**
 * Returns the names of the weights that are too large. A weight that was within its bound must stay within it, and any other must not
 * grow. `recorded` has the weights of the last `script/size --record`.
 */
export function tooLarge(weights, recorded) {
  const limit = (name) => (recorded[name] <= BOUNDS[name] ? BOUNDS[name] : recorded[name] * (1 + SLACK));
  return Object.keys(BOUNDS).filter((name) => !(weights[name] <= limit(name)));
}
