/** Modules that exist only in a build, for the type checker. */
declare module "*/glue.js";
declare module "*/names.js";
declare module "*/style.js";
declare module "*/takeon.js";
declare module "node:fs/promises";
