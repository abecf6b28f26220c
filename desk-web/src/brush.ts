// Drag over the timeline to choose days; the two date fields say the same and work without a mouse.

export function brush(svg: SVGSVGElement): void {
  const form = document.querySelector<HTMLFormElement>(svg.dataset["brush"] ?? "");
  const shade = svg.querySelector<SVGRectElement>("[data-shade]");
  if (!form || !shade) return;
  const first = Date.parse(svg.dataset["first"] ?? "");
  const last = Date.parse(svg.dataset["last"] ?? "");
  if (Number.isNaN(first) || Number.isNaN(last)) return;
  const { x: left, width } = svg.viewBox.baseVal;
  const place = (event: PointerEvent): number => {
    const box = svg.getBoundingClientRect();
    return Math.min(Math.max(left + ((event.clientX - box.left) / box.width) * width, left), left + width);
  };
  const day = (x: number): string => new Date(first + ((x - left) / width) * (last - first)).toISOString().slice(0, 10);
  let from: number | null = null;
  svg.addEventListener("pointerdown", (event) => { from = place(event); svg.setPointerCapture(event.pointerId); event.preventDefault(); });
  svg.addEventListener("pointermove", (event) => {
    if (from === null) return;
    const to = place(event);
    shade.setAttribute("x", String(Math.min(from, to)));
    shade.setAttribute("width", String(Math.abs(to - from)));
  });
  svg.addEventListener("pointerup", (event) => {
    if (from === null) return;
    const to = place(event);
    const [low, high] = [Math.min(from, to), Math.max(from, to)];
    from = null;
    if (high - low < 3) return;
    set(form, "since", day(low));
    set(form, "until", day(high));
    form.requestSubmit();
  });
  svg.addEventListener("pointercancel", () => { from = null; });
}

function set(form: HTMLFormElement, name: string, value: string): void {
  const input = form.elements.namedItem(name);
  if (input instanceof HTMLInputElement) input.value = value;
}
