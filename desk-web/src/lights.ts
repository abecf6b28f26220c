// Values light up their words, and words what they support.

const words = (element: Element, name: string): string[] => (element.getAttribute(name) ?? "").split(" ").filter(Boolean);

function clear(root: ParentNode): void {
  for (const lit of root.querySelectorAll(".lit")) lit.classList.remove("lit");
  for (const pressed of root.querySelectorAll("[aria-pressed=true]")) pressed.setAttribute("aria-pressed", "false");
}

/** Lights the pieces of text that `wanted` picks; says how many stretches and shows the first. */
function light(root: ParentNode, wanted: (piece: Element) => boolean, show: boolean): void {
  const found = [...root.querySelectorAll(".piece[data-keys]")].filter(wanted);
  for (const piece of found) piece.classList.add("lit");
  if (show && found[0] && !visible(found[0])) found[0].scrollIntoView({ block: "center", behavior: calm() });
  say(root, found.length ? found.map((piece) => piece.textContent).join(" ") : "No words in this report stand behind it.");
}

export function lightUp(root: HTMLElement): void {
  root.addEventListener("click", (event) => {
    const target = event.target as Element;
    const button = target.closest<HTMLElement>("[data-light]");
    if (button) {
      const was = button.getAttribute("aria-pressed") === "true";
      clear(root);
      if (was) return;
      button.setAttribute("aria-pressed", "true");
      const [kind, name] = [button.dataset["light"], button.dataset["name"] ?? ""];
      light(root, (piece) => words(piece, kind === "field" ? "data-fields" : "data-keys").includes(name), true);
      return;
    }
    const piece = target.closest(".piece[data-keys]");
    if (piece && document.getSelection()?.isCollapsed !== false) supported(root, piece);
  });
}

/** Shows what a piece of text supports: its fields and claims light up in the record. */
function supported(root: HTMLElement, piece: Element): void {
  clear(root);
  const keys = words(piece, "data-keys");
  for (const other of root.querySelectorAll(".piece[data-keys]")) {
    if (words(other, "data-keys").some((key) => keys.includes(key))) other.classList.add("lit");
  }
  let first: Element | null = null;
  for (const name of keys) {
    for (const row of root.querySelectorAll(`[data-key-of~="${CSS.escape(name)}"]`)) {
      row.classList.add("lit");
      const field = row.closest("[data-field]");
      field?.classList.add("lit");
      first ??= field ?? row;
    }
  }
  if (first && !visible(first)) first.scrollIntoView({ block: "center", behavior: calm() });
  say(root, first ? `Supports: ${words(piece, "data-fields").join(", ")}` : "");
}

function visible(element: Element): boolean {
  const box = element.getBoundingClientRect();
  return box.top >= 60 && box.bottom <= innerHeight;
}

function calm(): ScrollBehavior {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
}

function say(root: ParentNode, told: string): void {
  const live = root.querySelector("[data-said]");
  if (live) live.textContent = told;
}
