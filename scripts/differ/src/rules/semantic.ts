/**
 * Changes that the compiler can't see, each with the reason why the rule's verdict on the code stands. The key is the id.
 */
export const semanticRules: { readonly [id: string]: string } = {
  deprecated: "Editors strike it through: users see that there is something new to use.",
  "error-status-removed": "Code that waits for it waits for ever.",
  "operation-moved": "Another method or path is called, whatever the types say.",
  "operation-removed": "There is nothing to call.",
  "parameter-no-date": "A Date that was sent as a date is sent as a full time.",
  "request-media-type-removed": "There is one way less to send the body.",
  "response-header-removed": "Code that reads it reads nothing.",
  "response-type-widened": "Code that asks for each type it knows meets another.",
  "response-union-member-added":
    "Code that tells untagged alternatives apart by their properties may take one for another.",
  "status-split-from-range": "The status can be told by itself.",
  "request-media-type-preferred": "The body is sent in another form.",
  "request-media-type-added": "There is another way to send the body.",
  "response-media-type-added": "There is another way to ask for the body.",
  "response-media-type-preferred": "The body is read in another form.",
  "request-property-became-read-only": "What is sent is ignored or refused.",
  "response-number-widened": "A fraction is no index and no BigInt, though TypeScript has one word for both.",
  "response-enum-removed": "An exhaustive switch meets what it does not know.",
  "response-property-became-write-only": "What is read never comes.",
  "security-added": "A key must be given.",
  "security-alternative-added": "Another credential can be given.",
  "security-order-changed": "Another credential is asked for.",
  "security-scheme-changed": "Another credential is asked for.",
  "server-changed": "Another host is called.",
  "server-order-changed": "Another host is called.",
  "success-status-added": "The result may be of another kind.",
  "success-status-changed": "Code that looks at the status looks for another.",
  "success-status-removed": "Code that looks at the status looks in vain.",
};

export function isSemantic(id: string): boolean {
  return Object.hasOwn(semanticRules, id);
}
