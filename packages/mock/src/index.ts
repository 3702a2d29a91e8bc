export { MockError } from "./mock-error.ts";
export { servePrism, type ServedPrism } from "./serve-prism.ts";
export { startPrism, type Prism, type PrismOptions } from "./start-prism.ts";
