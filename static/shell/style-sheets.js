/** Style sheets of a calculator. */

/**
 * Style of the element itself, without other files. It reserves space for the calculator, so that the page does not shift, and
 * contains the margins of its content. docs/embed.md, static/page.css and src/widget/base.css repeat the height: see tests/docs.rs.
 */
const HOST_CSS = `
:host { display: flow-root; min-block-size: var(--takeon-min-height, min(100vh, 1020px)); }
:host([hidden]) { display: none; }
`;

/** Sheets by document and text: a constructed sheet cannot be used in another document. */
const sheets = new WeakMap();

/** Returns the sheet of a text in a document. */
export function sheet(page, css) {
  if (!sheets.has(page)) sheets.set(page, new Map());
  const known = sheets.get(page);
  if (!known.has(css)) {
    const sheet = new page.defaultView.CSSStyleSheet();
    sheet.replaceSync(css);
    known.set(css, sheet);
  }
  return known.get(css);
}

/** Sets the styles of a shadow root, in ascending order of precedence, again after a move to another document. */
export function adoptStyles(shadow, styles) {
  const page = shadow.ownerDocument;
  // A document without a window cannot have sheets, and jsdom does not support them.
  if (!page.defaultView || !page.adoptedStyleSheets) return;
  shadow.adoptedStyleSheets = [HOST_CSS, ...styles].map((css) => sheet(page, css));
}
