import type { Verdict } from "./verdict.ts";
import type { Sdk } from "../types.ts";

/**
 * Changes within a schema: the verdict where it is sent, where it is received, and on the mere type of a component that no
 * operation uses. Their ids carry the direction: `response-property-removed`.
 *
 * The SDK verdict asks what the regenerated package itself does to code that used the previous one: other types, another host or
 * a lost name. What the vendor's server does to old and new package alike is the wire verdict. That is why a tighter pattern or
 * another default is a patch: no type moves, only the documentation in it.
 */
export const schemaRules = {
  "property-added": ["compatible minor", "compatible minor", "minor"],
  "required-property-added": ["breaking major", "compatible minor", "major"],
  // Servers may ignore what they no longer know instead of refusing it. What the client asked for does not happen either way,
  // and nothing tells it so.
  "property-removed": ["breaking major", "breaking major", "major"],
  "property-became-required": ["breaking major", "compatible minor", "major"],
  "property-became-optional": ["compatible minor", "breaking major", "major"],
  // `required` may name what no property describes (an open object): the server demands it, no type shows it.
  "undescribed-property-required": ["breaking patch", "compatible patch", "patch"],
  "undescribed-property-optional": ["compatible patch", "risky patch", "patch"],
  // The server stops taking it in requests, and generated types mark it readonly, so that assigning it fails.
  "property-became-read-only": ["breaking major", "compatible patch", "patch"],
  "property-became-writable": ["compatible minor", "compatible patch", "patch"],
  // Gone from responses, though the type still lists it.
  "property-became-write-only": ["compatible patch", "breaking major", "patch"],
  "property-became-readable": ["compatible patch", "compatible minor", "patch"],
  "type-changed": ["breaking major", "breaking major", "major"],
  "type-widened": ["compatible minor", "breaking major", "major"],
  // Code that handles the alternative that left (`typeof x === "number"`) holds a `never` now.
  "type-narrowed": ["breaking major", "compatible major", "major"],
  // From anything to something: nothing written before named a type, so nothing written before can miss one.
  "type-declared": ["breaking major", "compatible minor", "major"],
  // integer → number. TypeScript says `number` for both, but a fraction is not what an index or a BigInt takes.
  "number-widened": ["compatible minor", "breaking major", "patch"],
  "number-narrowed": ["breaking patch", "compatible patch", "patch"],
  "became-nullable": ["compatible minor", "breaking major", "major"],
  "became-not-nullable": ["breaking major", "compatible minor", "major"],
  // The agreed exception: a response enum that grows is minor, although an exhaustive switch stops compiling.
  "enum-widened": ["compatible minor", "risky minor", "minor"],
  // A `case` for the value that left does not compile any more, in responses too.
  "enum-narrowed": ["breaking major", "compatible major", "major"],
  // No value in common (a `const` that changed is the usual case): another type altogether.
  "enum-replaced": ["breaking major", "breaking major", "major"],
  // An open value became a list. Readers get a narrower type that still holds every value the vendor sends.
  "enum-added": ["breaking major", "compatible minor", "major"],
  "enum-removed": ["compatible minor", "breaking major", "major"],
  "format-tightened": ["breaking patch", "compatible patch", "patch"],
  "format-loosened": ["compatible patch", "risky patch", "patch"],
  "format-changed": ["breaking patch", "breaking patch", "patch"],
  "pattern-tightened": ["breaking patch", "compatible patch", "patch"],
  "pattern-loosened": ["compatible patch", "risky patch", "patch"],
  "pattern-changed": ["breaking patch", "risky patch", "patch"],
  "constraint-tightened": ["breaking patch", "compatible patch", "patch"],
  // A column, an index or a buffer is made by a limit: more than it said does not fit.
  "constraint-loosened": ["compatible patch", "breaking patch", "patch"],
  "constraint-changed": ["breaking patch", "breaking patch", "patch"],
  // The generator keeps defaults out of the types (`defaultNonNullable: false`), so none of the three moves a type. A new
  // default writes down what the server did when nothing was sent; another or none changes what "nothing" means.
  "default-added": ["compatible patch", "compatible patch", "patch"],
  "default-changed": ["risky patch", "risky patch", "patch"],
  "default-removed": ["risky patch", "risky patch", "patch"],
  "additional-properties-closed": ["breaking patch", "compatible patch", "patch"],
  "additional-properties-opened": ["compatible patch", "risky patch", "patch"],
  // The index signature appears, disappears, or is refused: see additional-properties.ts.
  "additional-properties-typed": ["compatible minor", "compatible minor", "minor"],
  "additional-properties-untyped": ["compatible major", "compatible major", "major"],
  "additional-properties-forbidden": ["breaking major", "breaking major", "major"],
  "additional-properties-widened": ["compatible minor", "breaking major", "major"],
  "additional-properties-narrowed": ["breaking major", "compatible minor", "major"],
  "pattern-properties-added": ["compatible minor", "compatible minor", "minor"],
  // As with a property that is removed: what is asked for by such a name does not happen, and no type shows it.
  "pattern-properties-removed": ["risky major", "risky major", "major"],
  "union-member-added": ["compatible minor", "breaking major", "major"],
  "union-member-removed": ["breaking major", "compatible major", "major"],
  // oneOf (exactly one) against anyOf (at least one): the same type, another check.
  "union-tightened": ["risky patch", "compatible patch", "patch"],
  "union-loosened": ["compatible patch", "risky patch", "patch"],
  // A discriminator gives its property literal types. One that appears narrows them to the values that were sent anyway.
  "discriminator-added": ["breaking major", "compatible minor", "major"],
  "discriminator-removed": ["compatible minor", "risky major", "major"],
  "discriminator-changed": ["breaking major", "breaking major", "major"],
  "discriminator-value-added": ["compatible minor", "risky minor", "minor"],
  // A tagged alternative more is like a listed value more: readers that look at the tag pass it over.
  "tagged-member-added": ["compatible minor", "risky minor", "minor"],
  // All that may be sent is not taken, and no single keyword says why; or it can't be told.
  "not-compared": ["risky patch", "risky patch", "patch"],
  // An object that is free, or open to more, may have it already, and of another kind.
  "open-property-added": ["risky major", "risky major", "major"],
  // Keywords that check data in a way that has no simple order (`not`, `if`, `patternProperties`, …).
  "validation-changed": ["risky patch", "risky patch", "patch"],
} satisfies Record<string, [request: Verdict, response: Verdict, component: Sdk]>;
