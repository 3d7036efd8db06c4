/** Pieces of Markdown that scripts write. */

/** A table of these rows, under these headings. */
export const table = (head, rows) => [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
