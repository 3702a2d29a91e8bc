import { ResponseError } from "@x/telnyx-video";

/**
 * Reads one object of a response. What can't be read is a ResponseError that names the field. Fields are the schema's:
 * one that the vendor takes away does not compile.
 */
export interface Reader<Schema> {
  /** A text, or undefined where it is empty: absent, null or "". */
  text(field: keyof Schema & string): string | undefined;
  /** A text that must be there. */
  requiredText(field: keyof Schema & string): string;
  /** A moment, or undefined where it is empty. One without an offset is taken as UTC. */
  date(field: keyof Schema & string): Date | undefined;
}

export interface Origin {
  readonly operation: string;
  readonly status: number;
}

/**
 * @param path - where the object stands in the response: `data.participants[0]`
 * @throws {ResponseError} when it is not an object
 */
export function createReader<Schema extends object>(
  value: Schema | undefined,
  path: string,
  origin: Origin,
): Reader<Schema> {
  if (typeof value !== "object" || value === null) return unusable(`${path} is not an object`, origin);
  const record = value as Record<string, unknown>;
  const at = (field: string): string => (path ? `${path}.${field}` : field);
  const text = (field: string): string | undefined => {
    const found = record[field];
    if (found === undefined || found === null || found === "") return undefined;
    return typeof found === "string" ? found : unusable(`${at(field)} is not a string`, origin);
  };
  return {
    text,
    requiredText: (field) => text(field) ?? unusable(`${at(field)} is missing`, origin),
    date: (field) => {
      const found = text(field);
      if (found === undefined) return undefined;
      const date = new Date(/T[\d:.]+$/i.test(found) ? `${found}Z` : found);
      return Number.isNaN(date.getTime()) ? unusable(`${at(field)} is not a timestamp`, origin) : date;
    },
  };
}

/** The list at a path of a response, which must be there. */
export function requiredList<T>(list: readonly T[] | null | undefined, path: string, origin: Origin): readonly T[] {
  return Array.isArray(list) ? list : unusable(`${path} is missing`, origin);
}

function unusable(what: string, { operation, status }: Origin): never {
  throw new ResponseError(`${status} ${what}`, { operation, status });
}
