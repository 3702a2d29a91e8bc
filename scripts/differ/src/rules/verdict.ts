import type { Sdk, Wire } from "../types.ts";

/** `wire` and `sdk` in one word each. */
export type Verdict = `${Wire} ${Sdk}`;

/**
 * Which way a schema's data travels. `component`: the exported type of a component that no operation uses (or the
 * readOnly part of a request): nothing travels, so only the type counts.
 */
export type Direction = "request" | "response" | "component";
