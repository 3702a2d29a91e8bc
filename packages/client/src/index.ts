export type {
  ApiDefinition,
  BodyKind,
  OperationDefinition,
  ParameterDefinition,
  ParameterKind,
  Serializers,
} from "./api-definition.ts";
export { ApiError } from "./errors/api-error.ts";
export { createClient } from "./create-client.ts";
export { AbortError, ConfigError, ConnectionError, ResponseError, SdkError, TimeoutError } from "./errors/errors.ts";
export type { ClientEvent, RequestEvent, ResponseEvent, RetryEvent } from "./transport/events.ts";
export type { HttpCall, HttpClient, HttpRequest } from "./http/http-types.ts";
export type {
  ApiPromise,
  ApiResult,
  ErrorGuard,
  Operation,
  OptionalOperation,
  Status4XX,
  Status5XX,
} from "./operation.ts";
export { requestBody } from "./bodies/request-body.ts";
export { styledParameter } from "./parameters/styles.ts";
export type { CallOptions, ClientOptions, FetchFunction, HeaderOptions } from "./options/options.ts";
