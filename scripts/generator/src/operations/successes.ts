import type { OperationModel, ResponseModel } from "./model.ts";

/** The responses that a call resolves with: `default` where no success is documented. */
export function successes({ responses }: OperationModel): ResponseModel[] {
  const documented = responses.filter(({ status, kind }) => status.startsWith("2") || kind === "location");
  return documented.length ? documented : responses.filter(({ status }) => status === "default");
}

/** Whether an operation resolves with bytes whatever comes, so that they can be had as a stream. */
export function isStreamable(model: OperationModel): boolean {
  const all = successes(model);
  return all.length > 0 && all.every(({ kind, types }) => kind === "binary" && types.length === 1);
}
