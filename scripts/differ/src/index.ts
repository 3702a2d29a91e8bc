export { diffSpecs, type DiffOptions } from "./diff.ts";
export { renderTerminal } from "./render.ts";
export { sdks, wires, type Change, type Diff, type Sdk, type Wire } from "./types.ts";
