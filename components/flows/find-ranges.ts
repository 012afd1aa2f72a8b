/** Matches that are marked; further ones are not looked for. */
export const MAX_RANGES = 1_000;

/**
 * Where a text stands below an element, whatever the case of its letters. A value that is drawn in several pieces is
 * searched as one text; otherwise a match never reaches from one text into the next.
 */
export function findRanges(root: Node, query: string): readonly Range[] {
  const wanted = fold(query);
  if (wanted === '') return [];
  const ranges: Range[] = [];
  for (const nodes of textsOf(root)) {
    const text = nodes.map(({ data }) => fold(data)).join('');
    let from = text.indexOf(wanted);
    while (from !== -1 && ranges.length < MAX_RANGES) {
      const range = document.createRange();
      place(nodes, from, (node, offset) => range.setStart(node, offset));
      place(nodes, from + wanted.length - 1, (node, offset) => range.setEnd(node, offset + 1));
      ranges.push(range);
      from = text.indexOf(wanted, from + wanted.length);
    }
  }
  return ranges;
}

/** Lower case, unless that would move the places of characters. */
function fold(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}

/** Text nodes, those of one value together. */
function textsOf(root: Node): readonly (readonly Text[])[] {
  const groups: Text[][] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let last: Element | null | undefined;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (node.parentElement?.closest('.visually-hidden')) continue;
    const value = node.parentElement?.closest('.value');
    if (value && value === last) groups.at(-1)?.push(node);
    else groups.push([node]);
    last = value;
  }
  return groups;
}

function place(nodes: readonly Text[], offset: number, set: (node: Text, offset: number) => void): void {
  let before = 0;
  for (const node of nodes) {
    if (offset < before + node.length) {
      set(node, offset - before);
      return;
    }
    before += node.length;
  }
}
