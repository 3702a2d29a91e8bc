export { ContractError } from "./contract-error.ts";
export { startPrism, type Prism, type PrismOptions } from "./prism/start-prism.ts";
export { sampleRequest } from "./spec/sample-request.ts";
export { readSpec } from "./spec/read-spec.ts";
export { schemaKeys, strikeKeys, unknownKeys } from "./spec/schema-keys.ts";
export { Spec } from "./spec/spec.ts";
export type { SpecOperation } from "./spec/spec-operations.ts";
export type { ContractVendor } from "./suite/contract.ts";
export { servedSpecPath } from "./suite/spec-paths.ts";
