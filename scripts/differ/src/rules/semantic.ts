import type { Rule } from "./rule.ts";

/**
 * Changes that the compiler can't see, each with the reason why the rule's verdict on the code stands. `pairs/` has two
 * documents for each, by its id.
 */
export const semanticRules: readonly Rule[] = [
  {
    id: "deprecated",
    direction: "both",
    wire: "compatible",
    sdk: "minor",
    sentence: "Editors strike it through: users see that there is something new to use.",
  },
  {
    id: "error-status-removed",
    direction: "response",
    wire: "risky",
    sdk: "major",
    sentence: "Code that waits for it waits for ever.",
  },
  {
    id: "operation-moved",
    direction: "both",
    wire: "breaking",
    sdk: "major",
    sentence: "Another method or path is called, whatever the types say.",
  },
  { id: "operation-removed", direction: "both", wire: "breaking", sdk: "major", sentence: "There is nothing to call." },
  {
    id: "parameter-no-date",
    direction: "request",
    wire: "compatible",
    sdk: "major",
    sentence: "A Date that was sent as a date is sent as a full time.",
  },
  {
    id: "request-media-type-added",
    direction: "request",
    wire: "compatible",
    sdk: "minor",
    sentence: "There is another way to send the body.",
  },
  {
    id: "request-media-type-preferred",
    direction: "request",
    wire: "compatible",
    sdk: "major",
    sentence: "The body is sent in another form.",
  },
  {
    id: "request-media-type-removed",
    direction: "request",
    wire: "breaking",
    sdk: "major",
    sentence: "There is one way less to send the body.",
  },
  {
    id: "request-property-became-read-only",
    direction: "request",
    wire: "breaking",
    sdk: "major",
    sentence: "What is sent is ignored or refused.",
  },
  {
    id: "response-enum-removed",
    direction: "response",
    wire: "breaking",
    sdk: "major",
    sentence: "An exhaustive switch meets what it does not know.",
  },
  {
    id: "response-header-removed",
    direction: "response",
    wire: "breaking",
    sdk: "major",
    sentence: "Code that reads it reads nothing.",
  },
  {
    id: "response-media-type-added",
    direction: "response",
    wire: "compatible",
    sdk: "minor",
    sentence: "There is another way to ask for the body.",
  },
  {
    id: "response-media-type-preferred",
    direction: "response",
    wire: "compatible",
    sdk: "major",
    sentence: "The body is read in another form.",
  },
  {
    id: "response-number-widened",
    direction: "response",
    wire: "breaking",
    sdk: "major",
    sentence: "A fraction is no index and no BigInt, though TypeScript has one word for both.",
  },
  {
    id: "response-property-became-write-only",
    direction: "response",
    wire: "breaking",
    sdk: "major",
    sentence: "What is read never comes.",
  },
  {
    id: "response-property-removed",
    direction: "response",
    wire: "breaking",
    sdk: "major",
    sentence: "What is read never comes, though its name may stay.",
  },
  {
    id: "response-type-widened",
    direction: "response",
    wire: "breaking",
    sdk: "major",
    sentence: "Code that asks for each type it knows meets another.",
  },
  {
    id: "response-union-member-added",
    direction: "response",
    wire: "breaking",
    sdk: "major",
    sentence: "Code that tells untagged alternatives apart by their properties may take one for another.",
  },
  { id: "security-added", direction: "both", wire: "breaking", sdk: "major", sentence: "A key must be given." },
  {
    id: "security-alternative-added",
    direction: "both",
    wire: "compatible",
    sdk: "minor",
    sentence: "Another credential can be given.",
  },
  {
    id: "security-order-changed",
    direction: "both",
    wire: "compatible",
    sdk: "major",
    sentence: "Another credential is asked for.",
  },
  {
    id: "security-scheme-changed",
    direction: "both",
    wire: "breaking",
    sdk: "major",
    sentence: "Another credential is asked for.",
  },
  { id: "server-changed", direction: "both", wire: "breaking", sdk: "major", sentence: "Another host is called." },
  {
    id: "server-order-changed",
    direction: "both",
    wire: "compatible",
    sdk: "major",
    sentence: "Another host is called.",
  },
  {
    id: "status-split-from-range",
    direction: "response",
    wire: "compatible",
    sdk: "minor",
    sentence: "The status can be told by itself.",
  },
  {
    id: "success-status-added",
    direction: "response",
    wire: "breaking",
    sdk: "major",
    sentence: "The result may be of another kind.",
  },
  {
    id: "success-status-changed",
    direction: "response",
    wire: "breaking",
    sdk: "major",
    sentence: "Code that looks at the status looks for another.",
  },
  {
    id: "success-status-removed",
    direction: "response",
    wire: "breaking",
    sdk: "major",
    sentence: "Code that looks at the status looks in vain.",
  },
];

const ids = new Set(semanticRules.map(({ id }) => id));

export function isSemantic(id: string): boolean {
  return ids.has(id);
}
