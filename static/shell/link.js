/** Returns true if the page was opened by a link with a brief. */
export const isLinked = () => /[#&?]takeon([=-]|%3d)/i.test(location.hash);
