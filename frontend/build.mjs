// Bundles the page's scripts into the package's static files; with --tests, the unit tests into .tests/ instead.
import { build } from "esbuild";
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const tests = process.argv.includes("--tests");
const from = join(here, tests ? "tests" : "src");
const to = tests ? join(here, ".tests") : join(here, "..", "src", "legday", "web", "static", "built");

// Each file straight under src/ is one script of a page, with the styles it imports beside it; what they share lies in folders.
const entryPoints = (existsSync(from) ? readdirSync(from) : [])
  .filter((name) => name.endsWith(tests ? ".test.ts" : ".ts"))
  .map((name) => join(from, name));

// What others wrote and the bundles hold goes along with its licence.
function licences(inputs) {
  const names = Object.keys(inputs).map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]);
  const texts = [...new Set(names)].filter(Boolean).sort().map((name) => {
    const folder = join(here, "node_modules", name);
    const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
    if (!file) throw new Error(`${name} has no licence in its package`);
    return `${name}\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
  });
  return texts.join(`\n${"-".repeat(72)}\n\n`);
}

// A server that reads the folder meanwhile finds the old bundles or the new ones.
const fresh = `${to}.${process.pid}`;
mkdirSync(fresh, { recursive: true });
try {
  const made = await build({
    entryPoints,
    outdir: fresh,
    bundle: true,
    format: tests ? "esm" : "iife",
    platform: tests ? "node" : "browser",
    target: "es2022",
    minify: !tests,
    legalComments: "none",
    logLevel: "warning",
    metafile: true,
  });
  if (!tests) writeFileSync(join(fresh, "licences.txt"), licences(made.metafile.inputs));
} catch (problem) {
  rmSync(fresh, { recursive: true, force: true });
  throw problem;
}
rmSync(to, { recursive: true, force: true });
renameSync(fresh, to);
