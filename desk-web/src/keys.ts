// One letter, one act: every link or button that has data-key="x" is clicked by x while it can be seen. The page
// names the keys, so that the help (?) can list them. A person can turn the letters off (WCAG 2.1.4).

const OFF = "dateline-keys-off";

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches("input:not([type=checkbox]):not([type=radio]), textarea, select"));

const shown = (element: HTMLElement): boolean => element.checkVisibility?.() ?? element.offsetParent !== null;

export function listen(): void {
  const help = document.querySelector<HTMLDialogElement>("#keys");
  const off = help?.querySelector<HTMLInputElement>("input[name=off]");
  if (off) {
    off.checked = localStorage.getItem(OFF) === "1";
    off.addEventListener("change", () => localStorage.setItem(OFF, off.checked ? "1" : "0"));
  }
  document.querySelector("[data-help]")?.addEventListener("click", () => open(help));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Escape" && typing(event.target)) return (event.target as HTMLElement).blur();
    if (typing(event.target) || document.querySelector("dialog[open]")) return;
    if (event.key === "?") { event.preventDefault(); return open(help); }
    if (localStorage.getItem(OFF) === "1") return;
    if (event.key === "j" || event.key === "k") { if (move(event.key === "j" ? 1 : -1)) event.preventDefault(); return; }
    const bound = [...document.querySelectorAll<HTMLElement>(`[data-key="${CSS.escape(event.key)}"]`)].find(shown);
    if (!bound) return;
    event.preventDefault();
    if (bound.matches("input, select, textarea")) bound.focus(); else { bound.focus(); bound.click(); }
  });
}

function open(help: HTMLDialogElement | null): void {
  const list = help?.querySelector("dl");
  if (!help || !list) return;
  list.replaceChildren();
  const seen = new Set<string>();
  const add = (key: string, what: string): void => {
    if (seen.has(key)) return;
    seen.add(key);
    const term = document.createElement("dt");
    const told = document.createElement("dd");
    const cap = document.createElement("kbd");
    cap.textContent = key;
    term.append(cap);
    told.textContent = what;
    list.append(term, told);
  };
  if (document.querySelector("[data-row]")) add("j k", "Next, previous");
  for (const element of document.querySelectorAll<HTMLElement>("[data-key]")) {
    add(element.dataset["key"] ?? "", element.dataset["does"] ?? element.textContent?.trim() ?? "");
  }
  add("?", "This list");
  help.showModal();
}

/** Moves the mark along the rows of a list; the row's own link takes the focus. */
function move(by: number): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>("[data-row]")].filter(shown);
  if (rows.length === 0) return false;
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const next = rows[Math.min(Math.max(at + by, 0), rows.length - 1)];
  const link = next?.matches("a, button") ? next : next?.querySelector<HTMLElement>("a[href], button");
  link?.focus();
  next?.scrollIntoView({ block: "nearest" });
  return true;
}
