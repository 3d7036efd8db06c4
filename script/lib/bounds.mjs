/** Bounds of download sizes, in bytes of brotli. `script/test size` checks them, and README and docs/figures.md show them. */

const kB = 1000;

/** Bounds by subject. An aim is a bound that is not met yet. */
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

/** Tolerated growth of a weight above its bound, as a share of the recorded one. */
const SLACK = 0.01;

/**
 * Returns the names of the weights that are too large. A weight that was within its bound must stay there, and one that was not
 * must not grow. `recorded` has the weights of the last `script/size --record`.
 */
export function tooLarge(weights, recorded) {
  const limit = (name) => (recorded[name] <= BOUNDS[name] ? BOUNDS[name] : recorded[name] * (1 + SLACK));
  return Object.keys(BOUNDS).filter((name) => !(weights[name] <= limit(name)));
}
