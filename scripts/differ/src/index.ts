export { diffSpecs, type DiffOptions } from "./diff.ts";
export { judgePackages } from "./sdk/judge-code.ts";
export { renderTerminal } from "./render.ts";
export { sdks, wires, type Change, type Diff, type Sdk, type Wire } from "./types.ts";
