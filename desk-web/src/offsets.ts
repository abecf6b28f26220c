// Where a selection lies in a report, in Unicode code points. The page holds the text in pieces, each with the
// code point it begins at, so that UTF-16's two units for an emoji never shift what lies behind it.

export interface Words { start: number; end: number; text: string }

const inCodePoints = (text: string): number => [...text].length;

/** The code point of a place in the page's text, or null outside a report. */
export function codePoint(node: Node, offset: number): number | null {
  if (node.nodeType !== Node.TEXT_NODE) {
    const child = node.childNodes[offset] ?? null;
    const inner = child && firstText(child);
    if (inner) return codePoint(inner, 0);
    const before = offset > 0 ? node.childNodes[offset - 1] : null;
    const last = before && lastText(before);
    return last ? codePoint(last, last.data.length) : null;
  }
  const piece = node.parentElement?.closest<HTMLElement>("[data-at]");
  if (!piece) return null;
  let ahead = 0;
  const walk = document.createTreeWalker(piece, NodeFilter.SHOW_TEXT);
  for (let at = walk.nextNode() as Text | null; at && at !== node; at = walk.nextNode() as Text | null) {
    ahead += inCodePoints(at.data);
  }
  return Number(piece.dataset["at"]) + ahead + inCodePoints((node as Text).data.slice(0, offset));
}

/** The selected words of an article without the blanks around them, or null when nothing of it is selected. */
export function selectedWords(article: HTMLElement): Words | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!article.contains(range.startContainer) || !article.contains(range.endContainer)) return null;
  const start = codePoint(range.startContainer, range.startOffset);
  const end = codePoint(range.endContainer, range.endOffset);
  if (start === null || end === null || start >= end) return null;
  const text = range.toString();
  const left = inCodePoints(text) - inCodePoints(text.trimStart());
  const right = inCodePoints(text) - inCodePoints(text.trimEnd());
  if (start + left >= end - right) return null;
  return { start: start + left, end: end - right, text: text.trim() };
}

function firstText(node: Node): Text | null {
  return document.createTreeWalker(node, NodeFilter.SHOW_TEXT).nextNode() as Text | null
    ?? (node.nodeType === Node.TEXT_NODE ? (node as Text) : null);
}

function lastText(node: Node): Text | null {
  let found = node.nodeType === Node.TEXT_NODE ? (node as Text) : null;
  const walk = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  for (let at = walk.nextNode(); at; at = walk.nextNode()) found = at as Text;
  return found;
}
