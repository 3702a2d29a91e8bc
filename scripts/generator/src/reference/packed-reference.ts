const FILE = "API.md";
/** A reference that is larger stays in the repository: whoever installs the package would load it each time. */
const MOST_BYTES = 1_000_000;

/** Whether a reference is in the tarball. */
export function isPacked(reference: string): boolean {
  return Buffer.byteLength(reference) <= MOST_BYTES;
}

/** The text of a package's manifest, whose `files` have the reference or do not. */
export function withReference(manifest: string, packed: boolean): string {
  const { files, ...others } = JSON.parse(manifest) as { files?: string[] };
  if (files === undefined || files.includes(FILE) === packed) return manifest;
  const changed = packed ? [FILE, ...files].toSorted() : files.filter((file) => file !== FILE);
  const entries = Object.keys(JSON.parse(manifest) as object).map((key) => [
    key,
    key === "files" ? changed : others[key as never],
  ]);
  return `${JSON.stringify(Object.fromEntries(entries), undefined, 2)}\n`;
}
