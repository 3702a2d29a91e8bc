import type { Verdict } from "./verdict.ts";

/** Changes that mean the same wherever they are met. */
export const plainRules = {
  "operation-added": "compatible minor",
  "operation-removed": "breaking major",
  "operation-renamed": "compatible major",
  "operation-moved": "breaking major",
  // The path is a key of the exported `paths` type, its parameters are keys of the call.
  // The URL that is called is the same; the path is a key of the exported `paths` type.
  "base-path-moved": "compatible major",
  "path-parameter-renamed": "compatible major",
  // Headers have no case on the wire; the key in the input has.
  "header-parameter-renamed": "compatible major",
  "parameter-added": "compatible minor",
  "required-parameter-added": "breaking major",
  // Servers may ignore what they no longer know: a filter that is gone then answers with everything. Worse than a refusal.
  "parameter-removed": "breaking major",
  "parameter-moved": "breaking major",
  "parameter-became-required": "breaking major",
  "parameter-became-optional": "compatible minor",
  // The regenerated package writes the value in the new way by itself.
  "parameter-serialization-changed": "breaking patch",
  "parameter-content-changed": "breaking major",
  // Generated types take a Date where the format is one.
  "parameter-no-date": "compatible major",
  "parameter-empty-value-refused": "breaking patch",
  "parameter-empty-value-allowed": "compatible patch",
  "request-body-added": "compatible minor",
  "required-request-body-added": "breaking major",
  "request-body-removed": "breaking major",
  "request-body-became-required": "breaking major",
  "request-body-became-optional": "compatible minor",
  "request-media-type-added": "compatible minor",
  "request-media-type-removed": "breaking major",
  "request-encoding-changed": "risky patch",
  // Which one comes is negotiated: a deployed client keeps getting what it accepts.
  "response-media-type-added": "compatible minor",
  "response-media-type-removed": "breaking major",
  // The generated client takes JSON wherever it is offered: beside another type, it changes what the method takes or gives.
  "request-media-type-preferred": "compatible major",
  "response-media-type-preferred": "compatible major",
  // The same media type with other parameters (`; charset=utf-8`): the key in the types is another.
  "media-type-parameters-changed": "compatible major",
  // A success nobody wrote code for: the data becomes a union, the deployed client may find no body.
  "success-status-added": "breaking major",
  "success-status-removed": "breaking major",
  "success-status-changed": "breaking major",
  // A `default` that stands alone is the success.
  "success-status-declared": "compatible major",
  "success-status-undeclared": "compatible major",
  // Errors may come undocumented at any time: documenting one tells a client more.
  "error-status-added": "compatible minor",
  "error-status-removed": "risky major",
  // A status that was (or now is) part of a documented range: the same answers, another key in the types.
  "status-split-from-range": "compatible minor",
  "status-merged-into-range": "compatible major",
  "response-header-added": "compatible minor",
  "response-header-removed": "breaking major",
  "response-header-became-required": "compatible minor",
  "response-header-became-optional": "breaking major",
  // The package talks to the first server.
  "server-changed": "breaking major",
  "server-order-changed": "compatible major",
  "server-added": "compatible patch",
  "server-removed": "breaking patch",
  "security-added": "breaking major",
  "security-dropped": "compatible patch",
  "security-scheme-changed": "breaking major",
  "security-alternative-added": "compatible minor",
  // The generated client shows the first that it can.
  "security-order-changed": "compatible major",
  "security-loosened": "compatible patch",
  "security-scope-added": "breaking patch",
  "security-scope-removed": "compatible patch",
  "security-details-changed": "risky patch",
  "security-details-added": "compatible patch",
  "security-scheme-renamed": "compatible patch",
  "unused-security-scheme-changed": "compatible patch",
  deprecated: "compatible minor",
  "no-longer-deprecated": "compatible patch",
  // A new name in the exported types. Moving an inline schema into a component adds one too: code written before still
  // compiles and means the same, and code written after can name it, which is what a minor version is for.
  "component-added": "compatible minor",
  "component-removed": "compatible major",
  "component-renamed": "compatible major",
  "documentation-changed": "compatible patch",
  "callback-changed": "risky patch",
  "webhook-changed": "risky patch",
  "webhook-parameter-added": "compatible patch",
  "callback-added": "compatible minor",
  "webhook-added": "compatible minor",
  "callback-removed": "breaking major",
  "webhook-removed": "breaking major",
  "unknown-keyword-changed": "compatible patch",
} satisfies Record<string, Verdict>;
