export { sha256 } from "./pages/pieces.ts";
export { pull, type PullResult } from "./pull.ts";
export type { PullOptions } from "./pull-options.ts";
export { readRecords, recordsPath, recordsText, specPath } from "./record.ts";
export { revertWords, type Revert } from "./revert.ts";
export { summaryOf } from "./summary.ts";
