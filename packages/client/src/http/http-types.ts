import type { Client, ClientPathsWithMethod, FetchResponse, MaybeOptionalInit } from "openapi-fetch";
import type { CallOptions } from "../options/options.ts";

type Verb = "get" | "put" | "post" | "delete" | "options" | "head" | "patch" | "trace";

// openapi-fetch asks for this where it takes an operation.
// oxlint-disable-next-line typescript/no-explicit-any
type OperationOf<T> = T extends Record<string | number, any> ? T : never;

/** What would go round the guards of a call, or what the client sets itself (`method`, `redirect`, `credentials`, …). */
type Forbidden = Partial<
  Record<
    | "fetch"
    | "baseUrl"
    | "pathSerializer"
    | "querySerializer"
    | "bodySerializer"
    | "Request"
    | "middleware"
    | Exclude<keyof RequestInit, "body" | "headers" | "signal">,
    never
  >
>;

type HttpInit<Init> = Init & Omit<CallOptions, "headers" | "signal"> & Forbidden;

/** A call by path, typed as openapi-fetch types it, with the options of a call beside. */
export type HttpCall<Paths extends {}, Method extends Verb> = <
  Path extends ClientPathsWithMethod<Client<Paths>, Method>,
  Init extends MaybeOptionalInit<Paths[Path], Method & keyof Paths[Path]>,
>(
  path: Path,
  ...init: undefined extends Init ? [init?: HttpInit<Init>] : [init: HttpInit<Init>]
) => Promise<FetchResponse<OperationOf<Paths[Path][Method & keyof Paths[Path]]>, Init, `${string}/${string}`>>;

/** The same with the method as first argument. */
export type HttpRequest<Paths extends {}> = <
  Method extends Verb,
  Path extends ClientPathsWithMethod<Client<Paths>, Method>,
  Init extends MaybeOptionalInit<Paths[Path], Method & keyof Paths[Path]>,
>(
  method: Method,
  path: Path,
  ...init: undefined extends Init ? [init?: HttpInit<Init>] : [init: HttpInit<Init>]
) => Promise<FetchResponse<OperationOf<Paths[Path][Method & keyof Paths[Path]]>, Init, `${string}/${string}`>>;

/**
 * The operation methods, called by method and path, typed as openapi-fetch types it: key, deadline, retries and guards
 * are those of the methods. An error status gives `{ error, response }`; a call that got no usable response rejects with
 * an `SdkError`.
 */
export interface HttpClient<Paths extends {}> {
  request: HttpRequest<Paths>;
  GET: HttpCall<Paths, "get">;
  PUT: HttpCall<Paths, "put">;
  POST: HttpCall<Paths, "post">;
  DELETE: HttpCall<Paths, "delete">;
  OPTIONS: HttpCall<Paths, "options">;
  HEAD: HttpCall<Paths, "head">;
  PATCH: HttpCall<Paths, "patch">;
  TRACE: HttpCall<Paths, "trace">;
}
