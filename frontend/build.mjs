// Bundles the page's scripts into the package's static files; with --tests, the unit tests into .tests/ instead.
import { build } from "esbuild";
import { readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const tests = process.argv.includes("--tests");
const from = join(here, tests ? "tests" : "src");
const to = tests ? join(here, ".tests") : join(here, "..", "src", "legday", "web", "static", "built");

// Each file straight under src/ is one script of a page; what they share lies in folders.
const entryPoints = readdirSync(from)
  .filter((name) => name.endsWith(tests ? ".test.ts" : ".ts"))
  .map((name) => join(from, name));

rmSync(to, { recursive: true, force: true });
await build({
  entryPoints,
  outdir: to,
  bundle: true,
  format: tests ? "esm" : "iife",
  platform: tests ? "node" : "browser",
  target: "es2022",
  minify: !tests,
  legalComments: "none",
  logLevel: "warning",
});
