/** A vendor's words, cut where they would fill the page: names and pointers of a document have no limit. */
export function shortened(text: string, length = 300): string {
  const start = text.slice(0, length + 1);
  if (start.length <= length) return text;
  // Not in the middle of a pair of surrogates.
  return `${start
    .slice(0, length)
    .toWellFormed()
    .replace(/\uFFFD$/, "")}…`;
}

/** The first items that fit into so many characters, as lines, and how many more there are. */
export function fitting<Item>(
  items: readonly Item[],
  line: (item: Item) => string,
  most: number,
  length: number,
): { kept: string[]; more: number } {
  const kept: string[] = [];
  let left = length;
  for (const item of items.slice(0, most)) {
    const text = line(item);
    left -= text.length + 1;
    if (left < 0) break;
    kept.push(text);
  }
  return { kept, more: items.length - kept.length };
}
