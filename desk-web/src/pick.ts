// Select words to correct a value: a small bar offers the fields, and the chosen one opens its form with these words.
import { selectedWords } from "./offsets";

export function pick(root: HTMLElement): void {
  const bar = root.querySelector<HTMLElement>("[data-pick]");
  if (!bar) return;
  const quote = bar.querySelector<HTMLElement>("[data-quote]");
  document.addEventListener("selectionchange", () => {
    const article = containing(root);
    const words = article && selectedWords(article);
    if (!words) { if (!bar.contains(document.activeElement)) bar.hidden = true; return; }
    bar.dataset["report"] = article.dataset["report"] ?? "";
    bar.dataset["start"] = String(words.start);
    bar.dataset["end"] = String(words.end);
    if (quote) quote.textContent = words.text.length > 80 ? `${words.text.slice(0, 79)}…` : words.text;
    bar.hidden = false;
    const open = root.querySelector<HTMLFormElement>("form[data-correct]");
    if (open) fill(open, bar, words.text);
  });
  bar.addEventListener("click", (event) => {
    const chosen = (event.target as Element).closest<HTMLElement>("[data-use]");
    if (!chosen) return;
    const link = root.querySelector<HTMLAnchorElement>(`[data-edit="${CSS.escape(chosen.dataset["use"] ?? "")}"]`);
    if (!link) return;
    const { report = "", start = "", end = "" } = bar.dataset;
    const where = new URL(link.href);
    for (const [name, value] of Object.entries({ report, start, end })) where.searchParams.set(`words_${name}`, value);
    bar.hidden = true;
    const target = link.dataset["into"];
    if (target && window.htmx) void window.htmx.ajax("GET", where.pathname + where.search, { target, swap: "innerHTML" });
    else location.assign(where);
  });
}

/** The article that holds the selection. */
function containing(root: HTMLElement): HTMLElement | null {
  const node = document.getSelection()?.anchorNode;
  const article = (node instanceof Element ? node : node?.parentElement)?.closest<HTMLElement>("[data-report].article");
  return article && root.contains(article) ? article : null;
}

/** While a form is open, newly selected words become the words its value rests on. */
function fill(form: HTMLFormElement, bar: HTMLElement, text: string): void {
  for (const name of ["report", "start", "end"]) {
    const input = form.elements.namedItem(`words_${name}`);
    if (input instanceof HTMLInputElement) input.value = bar.dataset[name] ?? "";
  }
  const shown = form.querySelector("[data-words]");
  if (shown) shown.textContent = text;
}

declare global {
  interface Window { htmx?: { ajax(verb: string, path: string, how: object): Promise<void> } }
}
