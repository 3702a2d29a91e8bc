export { sha256 } from "./pages/pieces.ts";
export { pull, type PullOptions, type PullResult } from "./pull.ts";
export { readRecords } from "./record.ts";
export { summaryOf } from "./summary.ts";
