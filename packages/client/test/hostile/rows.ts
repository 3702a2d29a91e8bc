import { transport } from "../support/transport.ts";
import type { Fault } from "./fault.ts";

export interface Row {
  readonly name: string;
  readonly fault: Fault;
  readonly by: "method" | "openapiFetch";
}

/** Each fault by the operation's method, and by `openapiFetch` where that can be asked. */
export function rowsOf(faults: readonly Fault[]): Row[] {
  const undici = transport ? Infinity : Number.parseInt(process.versions["undici"] ?? "0", 10);
  return faults.flatMap((fault): Row[] => {
    if (undici < (fault.sinceUndici ?? 0)) return [];
    const byMethod: Row = { name: fault.name, fault, by: "method" };
    return fault.openapiFetch === false
      ? [byMethod]
      : [byMethod, { name: `${fault.name} (openapiFetch)`, fault, by: "openapiFetch" }];
  });
}
