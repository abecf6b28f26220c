// After a build: the map's worker beside the bundle, the licences of what is bundled, and a stamp by which a test
// sees (without Node) that the committed bundle was built from the committed sources.
import { createHash } from "node:crypto";
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";

const out = "../dateline/desk/static/";
copyFileSync("node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs", `${out}map-worker.js`);
const pinned = JSON.parse(readFileSync("package.json", "utf8"));
const licences = Object.entries(pinned.dependencies).map(([name, version]) => {
  const folder = `node_modules/${name}/`;
  const file = readdirSync(folder).find((f) => /^licen[cs]e/i.test(f));
  return `${name} ${version}\n\n${file ? readFileSync(folder + file, "utf8").trim() : "(no licence file)"}\n`;
});
const world = "Outlines: Natural Earth 1:10m, version 4.1.0, public domain, simplified (naturalearthdata.com).\n";
writeFileSync(`${out}LICENCES.txt`, [...licences, world].join(`\n${"-".repeat(80)}\n\n`));
const sources = ["package.json", "vite.config.ts", "tsconfig.json", ...readdirSync("src").sort().map((f) => `src/${f}`)];
const hash = createHash("sha256");
for (const file of sources) hash.update(`${file}\n`).update(readFileSync(file));
writeFileSync(`${out}BUILT.json`, `${JSON.stringify({ sources: hash.digest("hex") }, null, 2)}\n`);
