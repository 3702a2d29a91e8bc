/** What every error of the client has. Plain data only: never a request, a header or an option. */
export interface SdkErrorInit {
  /** Method name of the operation; undefined where a factory refused its options. */
  operation: string | undefined;
  /** A failure beneath, already reduced to name, message and code. */
  cause?: unknown;
  /** HTTP status, of a class that has one. */
  status?: number | undefined;
}

/** Base of all errors that this package throws. */
export class SdkError extends Error {
  static {
    brand(this, "SdkError");
  }
  /** Method name of the operation (`viewRoomSession`); undefined where a factory refused its options. */
  declare readonly operation: string | undefined;

  constructor(message: string, init: SdkErrorInit) {
    super(init.operation ? `${init.operation}: ${message}` : message, init);
    // The cause is there already, and stays not enumerable.
    Object.assign(this, init);
  }
}

/** Refused before anything was sent: an option, a parameter or a key that cannot be right. */
export class ConfigError extends SdkError {
  static {
    brand(this, "ConfigError");
  }
}

/** No response, or only half of one: DNS, refused, reset, TLS, a body that broke off. */
export class ConnectionError extends SdkError {
  static {
    brand(this, "ConnectionError");
  }
}

/** `timeoutMs` or `totalTimeoutMs` ran out. */
export class TimeoutError extends SdkError {
  static {
    brand(this, "TimeoutError");
  }
}

/** The caller's `signal` ended the call. Its reason is the `cause`. */
export class AbortError extends SdkError {
  static {
    brand(this, "AbortError");
  }
}

/** A response came, but an unusable one: a redirect, a body too large, not JSON, or not of the documented kind. */
export class ResponseError extends SdkError {
  static {
    brand(this, "ResponseError");
  }
  /** HTTP status of the response. */
  declare readonly status: number | undefined;
}

/**
 * Names an error class and makes `instanceof` recognise it across two installed copies of this package. A subclass that
 * a user writes is still told apart: `Symbol.hasInstance` is inherited, so it is checked which class was asked.
 */
export function brand(errorClass: Function & { prototype: object }, name: string): void {
  const mark = Symbol.for("@x/client/" + name);
  // On the prototype: survives minification, and stays out of what inspect and JSON show.
  Object.assign(errorClass.prototype, { name, [mark]: true });
  Object.defineProperty(errorClass, Symbol.hasInstance, {
    value(this: typeof errorClass, value: unknown): boolean {
      try {
        return this === errorClass ? Object(value)[mark] : this.prototype.isPrototypeOf(value as object);
      } catch {
        // A Proxy that lets nobody look.
        return false;
      }
    },
  });
}
