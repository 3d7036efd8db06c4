/** What the scripts of this folder find only in a build, for the checker of types. */
declare module "*/glue.js";
declare module "*/style.js";
declare module "*/takeon.js";
declare module "node:fs/promises";
