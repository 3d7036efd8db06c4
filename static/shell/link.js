/** Returns the link of a brief in the address of the page, or undefined. */
export const link = () => /[#&?](takeon([=-]|%3d)[^&]*)/i.exec(location.hash)?.[1];

/** Returns true if the page was opened by a link with a brief. */
export const isLinked = () => link() !== undefined;
