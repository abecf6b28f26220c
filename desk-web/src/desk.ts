// The first page's script: highlights, keys, selection, small help for forms. htmx does the rest.
import htmx from "htmx.org";
import { forms } from "./forms";
import { listen } from "./keys";
import { lightUp } from "./lights";
import { pick } from "./pick";

window.htmx = htmx as unknown as Window["htmx"];
document.documentElement.classList.add("scripted");
for (const root of document.querySelectorAll<HTMLElement>("[data-record]")) { lightUp(root); pick(root); }
listen();
forms();

// Without a choice of their own, people see what their system prefers; the button then offers the other.
const theme = document.querySelector<HTMLButtonElement>("[data-theme-button]");
if (theme && !document.documentElement.dataset["theme"]) {
  theme.value = matchMedia("(prefers-color-scheme: dark)").matches ? "light" : "dark";
}
