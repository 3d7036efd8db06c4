/** Facts about the project in Cargo.toml, the only place that has them. */
import { readFileSync } from "node:fs";

const text = readFileSync("Cargo.toml", "utf8");

/** Returns the first value of a name. */
const field = (name) => JSON.parse(new RegExp(`^${name} = (.+)$`, "m").exec(text)[1]);

export const version = field("version");
export const license = field("license");
export const keywords = field("keywords");
/** Address of the sources. */
export const repository = field("repository");
/** Address of the site. */
export const homepage = field("homepage");
/** Comment at the start of a script that pages load by name. */
export const banner = `/*! Takeon ${version} | ${license} */`;
