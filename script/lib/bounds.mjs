/** Bounds on what is loaded, in bytes of brotli. `script/test size` checks them, and README and docs/figures.md show them. */

const kB = 1000;

/** Bounds by what they are of. An aim is a bound that is not met yet. */
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
  "the owner's tools": 330 * kB,
};

/** Share of the recorded weight that may be added where it is above its bound. */
const SLACK = 0.01;

/**
 * Names of the weights that are too large. One that was within its bound must stay there, and one that was not must not grow.
 * `recorded` has the weights of the last `script/size --record`.
 */
export function tooLarge(weights, recorded) {
  const limit = (name) => (recorded[name] <= BOUNDS[name] ? BOUNDS[name] : recorded[name] * (1 + SLACK));
  return Object.keys(BOUNDS).filter((name) => !(weights[name] <= limit(name)));
}
