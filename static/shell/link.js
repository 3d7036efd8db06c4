/** Whether the page was opened with a link that has a brief in it: who comes with one comes for what it opens. */
export const isLinked = () => /[#&?]takeon([=-]|%3d)/i.test(location.hash);
