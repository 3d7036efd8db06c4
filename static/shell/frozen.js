/** A value that nobody can change, from the inside out, so that all who are told get the same. */
export function frozen(value) {
  if (Object(value) === value) Object.values(value).forEach(frozen);
  return Object.freeze(value);
}
