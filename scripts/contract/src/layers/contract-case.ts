/** The layers of the contract tests, each of which catches what the others can't see. */
export const LAYERS = [
  "servers",
  "responses",
  "requests",
  "matrix",
  "refusals",
  "dynamic",
  "keys",
  "variants",
  "examples",
] as const;
export type Layer = (typeof LAYERS)[number];

/** One thing to prove. `run` throws when it does not hold. */
export interface ContractCase {
  readonly layer: Layer;
  /** Key of the one operation that it calls, if it calls any. */
  readonly operation?: string;
  readonly name: string;
  readonly run: () => void | Promise<void>;
}
