/** Would a client already deployed go wrong? From harmless to worst. */
export const wires = ["compatible", "risky", "breaking"] as const;
export type Wire = (typeof wires)[number];

/** Would code written against the generated package still compile and mean the same? As the version bump it asks for. */
export const sdks = ["none", "patch", "minor", "major"] as const;
export type Sdk = (typeof sdks)[number];

/** One thing that changed, at one place. */
export interface Change {
  /** What happened: a stable kebab-case kind, such as `response-property-removed`. */
  id: string;
  /** JSON pointer (RFC 6901): in the new document where the thing exists there, else in the old one. */
  where: string;
  /** The operations it reaches, joined by ", ": operationId, or method and path. Null where it reaches none. */
  operation: string | null;
  wire: Wire;
  sdk: Sdk;
  /** What happened, in one sentence. */
  text: string;
}

/** All changes between two documents, worst first, and the worst verdicts among them. */
export interface Diff {
  wire: Wire;
  sdk: Sdk;
  changes: Change[];
  /** How the code was judged, where that is not by compiling all of it. */
  notes: string[];
  /** What the compiler says of code written against the old package, place by place: what users would see. */
  seen?: readonly string[];
}

/** The verdict on a whole: its worst part. Nothing at all is compatible and needs no release. */
export function worst(changes: readonly Pick<Change, "wire" | "sdk">[]): { wire: Wire; sdk: Sdk } {
  let wire = 0;
  let sdk = 0;
  for (const change of changes) {
    wire = Math.max(wire, wires.indexOf(change.wire));
    sdk = Math.max(sdk, sdks.indexOf(change.sdk));
  }
  return { wire: wires[wire] ?? "compatible", sdk: sdks[sdk] ?? "none" };
}
