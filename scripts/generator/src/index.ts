export { generateFiles, type Generated, type GeneratedFiles } from "./generate-files.ts";
export { collectOperations } from "./operations/collect-operations.ts";
export { capitalized } from "./operations/names.ts";
export { checkPackage, generatePackage } from "./package/generate-package.ts";
export { namesOf } from "./package/names.ts";
export { readmeOf } from "./package/readme.ts";
export { packageFiles } from "./package/template.ts";
export { usageProgram, type UsageProgram } from "./usage/usage-program.ts";
export { checkVendors, vendorNames } from "./package/vendors.ts";
