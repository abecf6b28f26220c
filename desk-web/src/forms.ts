// Small help for forms: rows that can be added and taken away, "all" boxes, and closing an editor.

export function forms(): void {
  document.addEventListener("click", (event) => {
    const target = event.target as Element;
    const add = target.closest<HTMLElement>("[data-add-row]");
    if (add) return addRow(add);
    const remove = target.closest<HTMLElement>("[data-remove-row]");
    if (remove) { remove.closest("fieldset, li, tr")?.remove(); return; }
    const close = target.closest<HTMLElement>("[data-close]");
    if (close) {
      const slot = close.closest<HTMLElement>("[data-slot]");
      if (slot) { event.preventDefault(); slot.replaceChildren(); document.querySelector<HTMLElement>(`[data-into="#${slot.id}"]`)?.focus(); }
    }
  });
  document.addEventListener("change", (event) => {
    const all = event.target as HTMLInputElement;
    if (!all.matches?.("input[data-all]")) return;
    const form = all.form ?? document;
    for (const box of form.querySelectorAll<HTMLInputElement>(`input[name="${CSS.escape(all.dataset["all"] ?? "")}"]`)) box.checked = all.checked;
  });
  // An editor that has just opened takes the focus, once.
  document.addEventListener("htmx:after:settle", () => {
    const form = document.querySelector<HTMLElement>("form[data-correct]:not([data-met])");
    if (!form) return;
    form.dataset["met"] = "yes";
    form.querySelector<HTMLElement>("input:not([type=hidden]), select")?.focus();
  });
  // What was typed is kept if the page is left by mistake before it is saved.
  let touched = false;
  document.addEventListener("input", (event) => { if ((event.target as Element).closest("form[data-correct]")) touched = true; });
  document.addEventListener("submit", () => { touched = false; });
  addEventListener("beforeunload", (event) => { if (touched && document.querySelector("form[data-correct]")) event.preventDefault(); });
}

/** Copies the form's template row, numbering its names by one more than the highest there is. */
function addRow(button: HTMLElement): void {
  const form = button.closest("form");
  const template = form?.querySelector<HTMLTemplateElement>("template[data-row-template]");
  if (!form || !template) return;
  const numbers = [...form.querySelectorAll<HTMLElement>("[data-item]")].map((row) => Number(row.dataset["item"]));
  const number = String(Math.max(-1, ...numbers) + 1);
  const copy = template.content.cloneNode(true) as DocumentFragment;
  for (const element of copy.querySelectorAll<HTMLElement>("*")) {
    for (const attribute of ["name", "id", "for", "data-item", "aria-labelledby"]) {
      const value = element.getAttribute(attribute);
      if (value) element.setAttribute(attribute, value.replace("NEW", number));
    }
  }
  button.before(copy);
  form.querySelector<HTMLElement>(`[data-item="${number}"] input, [data-item="${number}"] select`)?.focus();
}
