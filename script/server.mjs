/**
 * Static server for development and tests. It behaves like a good static host: compression, caching, CORS, no listing of folders. It
 * only listens on the local machine.
 *
 *   node script/server.mjs 8080 dist                       dist/ at /
 *   node script/server.mjs 8080 dist /pages=tests/pages    and another folder at /pages
 */
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, resolve, sep } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

const HOST = "127.0.0.1";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".gif": "image/gif",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".md": "text/plain; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webp": "image/webp",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
  ".xml": "application/xml; charset=utf-8",
  ".zip": "application/zip",
};
/** Types of compressed files. */
const PACKED = new Set([".gif", ".jpg", ".png", ".webp", ".woff2", ".zip"]);
/** File name with a hash of the content, which therefore never changes. */
const HASHED = /-[0-9a-f]{16}\.\w+$/;

/** Compressed files by path, time of change and encoding. */
const packed = new Map();

function pack(key, encoding, body) {
  if (!packed.has(key)) packed.set(key, encoding === "br" ? brotliCompressSync(body) : gzipSync(body, { level: 9 }));
  return packed.get(key);
}

/** Returns the file for a path of an address, or null for one outside the folders. */
function locate(folders, pathname) {
  let path;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (path.includes("\0")) return null;
  const [prefix, folder] = folders.find(([prefix]) => path === prefix || path.startsWith(`${prefix}/`)) ?? [];
  if (folder === undefined) return null;
  const file = resolve(join(folder, path.slice(prefix.length)));
  return file === folder || file.startsWith(folder + sep) ? file : null;
}

async function answer(folders, request, response) {
  response.setHeader("access-control-allow-origin", "*");
  response.setHeader("cross-origin-resource-policy", "cross-origin");
  response.setHeader("x-content-type-options", "nosniff");
  response.setHeader("cache-control", "no-cache");

  const refuse = (status, words, headers = {}) => {
    response.writeHead(status, { "content-type": "text/plain; charset=utf-8", ...headers });
    response.end(`${words}\n`);
  };

  if (request.method !== "GET" && request.method !== "HEAD") {
    return refuse(405, "Only GET and HEAD.", { allow: "GET, HEAD" });
  }
  const [pathname] = request.url.split(/[?#]/, 1);
  let file = locate(folders, pathname);
  let status = file && (await stat(file).catch(() => null));
  if (status?.isDirectory()) {
    if (!pathname.endsWith("/")) {
      // A path that began with `//` would be another host.
      return refuse(301, "Moved.", { location: `${pathname.replace(/^\/+/, "/")}/` });
    }
    file = join(file, "index.html");
    status = await stat(file).catch(() => null);
  }
  if (!status?.isFile()) return refuse(404, "There is no such file.");

  const extension = extname(file);
  let body = await readFile(file);
  response.setHeader("content-type", TYPES[extension] ?? "application/octet-stream");
  if (HASHED.test(file)) response.setHeader("cache-control", "public, max-age=31536000, immutable");
  if (!PACKED.has(extension)) {
    response.setHeader("vary", "accept-encoding");
    const accepted = request.headers["accept-encoding"] ?? "";
    const encoding = /\bbr\b/.test(accepted) ? "br" : /\bgzip\b/.test(accepted) ? "gzip" : null;
    if (encoding) {
      body = pack(`${file} ${status.mtimeMs} ${encoding}`, encoding, body);
      response.setHeader("content-encoding", encoding);
    }
  }
  response.setHeader("content-length", body.length);
  response.end(request.method === "HEAD" ? undefined : body);
}

const [portText, ...places] = process.argv.slice(2);
const port = Number(portText);
if (!Number.isInteger(port) || port < 0 || port > 65535 || places.length === 0) {
  console.error("usage: node script/server.mjs PORT FOLDER [/PREFIX=FOLDER …], with a port from 0 to 65535");
  process.exit(2);
}
// The folder without a prefix comes last, because it matches every path.
const folders = places
  .map((place) => {
    const [prefix, folder] = place.startsWith("/") && place.includes("=") ? place.split("=") : ["", place];
    return [prefix, resolve(folder)];
  })
  .sort(([a], [b]) => b.length - a.length);

const server = createServer((request, response) => {
  answer(folders, request, response).catch((error) => {
    console.error(error);
    response.destroy();
  });
});
server.on("error", (error) => {
  if (error.code === "EADDRINUSE") {
    console.error(`Port ${port} is taken by another program. Choose another one, for instance ${port + 1}.`);
  } else if (error.code === "EACCES") {
    console.error(`Port ${port} is not allowed for this user. Choose one above 1023.`);
  } else {
    console.error(error.message);
  }
  process.exit(1);
});
server.listen(port, HOST, () => console.log(`Ready: http://${HOST}:${server.address().port}/ (stop with Ctrl-C)`));
