/** Markdown for generated documents. */

/** Returns a table with these headings and rows. */
export const table = (head, rows) => [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
