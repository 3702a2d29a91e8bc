export { ContractError } from "./contract-error.ts";
export { startPrism, type Prism, type PrismOptions } from "./prism/start-prism.ts";
export { sampleRequest } from "./spec/sample-request.ts";
