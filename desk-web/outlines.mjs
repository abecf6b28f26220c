// Natural Earth states and provinces (outlines.py prints them) to one TopoJSON file: land, country borders and
// coasts, borders between first-level areas, disputed borders. Usage: node outlines.mjs states.json OUT.json
import { readFileSync, writeFileSync } from "node:fs";
import * as client from "topojson-client";
import { topology } from "topojson-server";
import { presimplify, quantile, simplify } from "topojson-simplify";

const [from, to, keep = "0.3"] = process.argv.slice(2);
const told = JSON.parse(readFileSync(from, "utf8"));
const states = { type: "FeatureCollection", features: told.features.filter((f) => f.properties.layer !== "disputed") };
const disputed = { type: "FeatureCollection", features: told.features.filter((f) => f.properties.layer === "disputed") };

let world = presimplify(topology({ states, disputed }, 1e6));
world = simplify(world, quantile(world, Number(keep)));
world = client.quantize(world, 2e4 * 5);
const all = world.objects.states;
const country = (a) => a.properties.country;
world.objects = {
  land: client.mergeArcs(world, all.geometries),
  countries: client.meshArcs(world, all, (a, b) => a === b || country(a) !== country(b)),
  states: client.meshArcs(world, all, (a, b) => a !== b && country(a) === country(b)),
  disputed: client.meshArcs(world, world.objects.disputed),
};
const used = new Map();
const arcs = [];
const renumber = (i) => {
  const index = i < 0 ? ~i : i;
  if (!used.has(index)) used.set(index, arcs.push(world.arcs[index]) - 1);
  const now = used.get(index);
  return i < 0 ? ~now : now;
};
const walk = (a) => (Array.isArray(a) ? a.map(walk) : renumber(a));
for (const object of Object.values(world.objects)) object.arcs = walk(object.arcs);
world.arcs = arcs;
writeFileSync(to, JSON.stringify(world));
console.log(to, JSON.stringify(world).length, "characters,", arcs.length, "arcs");

// The whole world as one small drawing, a unit being 0.36 degrees, for pages without WebGL2 and for print.
const spot = ([x, y]) => [Math.round((x + 180) / 0.036) / 10, Math.round((90 - y) / 0.036) / 10];
const path = (lines, shortest) => lines.map((line) => {
  const points = line.map(spot);
  const thin = points.slice(0, 1);
  for (const p of points) if (Math.hypot(p[0] - thin.at(-1)[0], p[1] - thin.at(-1)[1]) >= 1.3) thin.push(p);
  const [xs, ys] = [thin.map((p) => p[0]), thin.map((p) => p[1])];
  const size = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
  return thin.length < 2 || size < shortest ? "" : `M${thin.map((p) => p.join(" ")).join("L")}`;
}).join("");
const shape = (name) => client.feature(world, world.objects[name]).geometry.coordinates;
const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 500"><path id="land" d="${path(shape("land").flat(), 2)}"/>`
  + `<path id="countries" d="${path(shape("countries"), 2)}"/></svg>\n`;
writeFileSync(to.replace("outlines.json", "world.svg"), svg);
console.log("world.svg", svg.length);
