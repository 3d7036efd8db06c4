/** Returns true if the page was opened with a link that has a brief in it, which is then the point of the visit. */
export const isLinked = () => /[#&?]takeon([=-]|%3d)/i.test(location.hash);
