// The case on a map, offline: outlines shipped with the desk, incidents gathered by the server as the view needs them.
// Without WebGL2 the server's own drawing stays.
import type { Feature, FeatureCollection } from "geojson";
import { AttributionControl, Map as Plan, Marker, NavigationControl, ScaleControl, setWorkerUrl, type GeoJSONSource } from "maplibre-gl";
import "maplibre-gl/dist/maplibre-gl.css";
import { feature } from "topojson-client";
import type { Topology } from "topojson-specification";
import { brush } from "./brush";

interface Cell { lon: number; lat: number; count: number; killed: number; id?: string; title?: string; radius?: number; precision?: string }

const NOTHING: FeatureCollection = { type: "FeatureCollection", features: [] };
const box = document.querySelector<HTMLElement>("#map");
const timeline = document.querySelector<SVGSVGElement>("[data-brush]");
if (timeline) brush(timeline);
if (box) void start(box);

function hasWebGL2(): boolean {
  if (new URLSearchParams(location.search).get("draw") === "svg") return false;
  try { return document.createElement("canvas").getContext("webgl2") !== null; } catch { return false; }
}

async function start(at: HTMLElement): Promise<void> {
  if (!hasWebGL2()) { at.dataset["drawn"] = "svg"; return; }
  const world = await fetch(at.dataset["outlines"] ?? "").then((answer) => answer.json()) as Topology;
  const layer = (name: string): Feature | FeatureCollection => feature(world, world.objects[name]!);
  const ink = colours(at);
  setWorkerUrl(at.dataset["worker"] ?? "");
  const canvas = document.createElement("div");
  canvas.className = "plan";
  at.append(canvas);
  const line = (id: string, colour: string, width: number, more: object = {}): object =>
    ({ id, type: "line", source: id, paint: { "line-color": colour, "line-width": width, ...more } });
  const plan = new Plan({
    container: canvas, attributionControl: false, maxZoom: 11, dragRotate: false, pitchWithRotate: false, renderWorldCopies: true,
    bounds: bounds(at), fitBoundsOptions: { padding: 40, maxZoom: 7 },
    style: {
      version: 8,
      sources: Object.fromEntries([...["land", "countries", "states", "disputed"].map((name) => [name, { type: "geojson", data: layer(name), tolerance: 0.2 }]),
        ["radii", { type: "geojson", data: NOTHING }]]) as never,
      layers: [
        { id: "sea", type: "background", paint: { "background-color": ink.sea } },
        { id: "land", type: "fill", source: "land", paint: { "fill-color": ink.land, "fill-antialias": false } },
        { ...line("states", ink.faint, 0.6), minzoom: 3.2 },
        line("countries", ink.line, 0.9), line("disputed", ink.line, 0.9, { "line-dasharray": [3, 3] }),
        { id: "radius-fill", type: "fill", source: "radii", paint: { "fill-color": ink.mark, "fill-opacity": 0.1 } },
        { id: "radius-line", type: "line", source: "radii", paint: { "line-color": ink.mark, "line-width": 1, "line-dasharray": [2, 2] } },
      ] as never,
    },
  });
  plan.addControl(new AttributionControl({ compact: false, customAttribution: at.dataset["attribution"] ?? "" }));
  plan.addControl(new NavigationControl({ showCompass: false }), "top-right");
  plan.addControl(new ScaleControl({ unit: "metric" }), "bottom-left");
  plan.touchZoomRotate.disableRotation();
  plan.getCanvas().setAttribute("aria-label", "Map of the incidents; the list beside it tells the same in words");
  let markers: Marker[] = [];
  let latest = 0;
  const show = async (): Promise<void> => {
    const asked = ++latest;
    const view = plan.getBounds();
    const where = new URL(at.dataset["cells"] ?? "", location.href);
    where.searchParams.set("box", [view.getWest(), view.getSouth(), view.getEast(), view.getNorth()].map((n) => n.toFixed(4)).join(","));
    where.searchParams.set("zoom", plan.getZoom().toFixed(1));
    const answer = await fetch(where);
    if (!answer.ok || asked !== latest) return;
    const cells = (await answer.json() as { cells: Cell[] }).cells;
    for (const marker of markers) marker.remove();
    markers = cells.map((cell) => new Marker({ element: pin(cell, plan) }).setLngLat([cell.lon, cell.lat]).addTo(plan));
    const rings = cells.filter((cell) => cell.count === 1 && cell.radius).map(ring);
    (plan.getSource("radii") as GeoJSONSource | undefined)?.setData({ type: "FeatureCollection", features: rings });
    at.dataset["drawn"] = "webgl";
    at.dataset["count"] = String(cells.reduce((sum, cell) => sum + cell.count, 0));
  };
  plan.on("load", () => { at.classList.add("live"); void show(); });
  plan.on("moveend", () => void show());
}

/** A cluster opens closer; a single incident leads to its record. */
function pin(cell: Cell, plan: Plan): HTMLElement {
  const element = document.createElement(cell.id ? "a" : "button");
  const size = cell.count === 1 ? 14 : Math.min(22 + 7 * Math.log10(cell.count) * 1.6, 56);
  element.className = cell.count === 1 ? "pin" : "pin many";
  element.style.width = element.style.height = `${size}px`;
  const killed = cell.killed ? `, at least ${cell.killed} killed` : "";
  const told = cell.id ? `${cell.title ?? ""} (${cell.precision ?? "precision not told"}${cell.radius ? `, within ${cell.radius} km` : ""})` : `${cell.count} incidents${killed}`;
  element.setAttribute("aria-label", told);
  element.title = told;
  if (element instanceof HTMLAnchorElement) element.href = `/incident/${encodeURIComponent(cell.id ?? "")}`;
  else {
    element.textContent = cell.count >= 10_000 ? `${Math.round(cell.count / 1000)}k` : String(cell.count);
    element.addEventListener("click", () => plan.easeTo({ center: [cell.lon, cell.lat], zoom: plan.getZoom() + 2 }));
  }
  return element;
}

/** The honest radius as a ring on the ground, in degrees. */
function ring(cell: Cell): Feature {
  const km = cell.radius ?? 0;
  const up = km / 111.2;
  const across = up / Math.max(Math.cos((cell.lat * Math.PI) / 180), 0.05);
  const points = Array.from({ length: 49 }, (_, n) => (n / 48) * 2 * Math.PI)
    .map((angle) => [cell.lon + across * Math.cos(angle), Math.min(Math.max(cell.lat + up * Math.sin(angle), -89), 89)]);
  return { type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates: [points] } };
}

function bounds(at: HTMLElement): [number, number, number, number] {
  const told = (at.dataset["bounds"] ?? "").split(",").map(Number);
  return told.length === 4 && told.every(Number.isFinite) ? (told as [number, number, number, number]) : [-150, -50, 170, 70];
}

function colours(at: HTMLElement): Record<"sea" | "land" | "line" | "faint" | "mark", string> {
  const probe = document.createElement("span");
  at.append(probe);
  const of = (name: string): string => { probe.style.color = `var(${name})`; return getComputedStyle(probe).color; };
  const found = { sea: of("--sea"), land: of("--land"), line: of("--border"), faint: of("--faint"), mark: of("--accent") };
  probe.remove();
  return found;
}
