/** Returns a deeply frozen value, so that all listeners get the same. */
export function frozen(value) {
  if (Object(value) === value) Object.values(value).forEach(frozen);
  return Object.freeze(value);
}
