/** Prints a hash of all files in dist/, except the statement, which the browser tests write. */
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";

const hash = createHash("sha256");
const names = readdirSync("dist", { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name !== "statement.html")
  .map((entry) => `${entry.parentPath ?? entry.path}/${entry.name}`);
for (const name of names.sort()) hash.update(`${name}\0`).update(readFileSync(name)).update("\0");
console.log(hash.digest("hex"));
