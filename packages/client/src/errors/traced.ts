import { SdkError } from "./errors.ts";

/** What engines have that can leave frames out of a stack. */
interface Traceable {
  captureStackTrace?(error: unknown, above: Function): void;
}

/**
 * What `make` gives. An error of ours has the stack of whoever called `above`: the caller's line is told before the ten
 * frames that V8 keeps are used up.
 */
export function traced<T>(above: Function, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (error instanceof SdkError) (Error as Traceable).captureStackTrace?.(error, above);
    throw error;
  }
}
