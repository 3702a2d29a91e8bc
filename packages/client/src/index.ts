export type { ApiDefinition } from "./definition/api-definition.ts";
export type { BodyKind, OperationDefinition } from "./definition/operation-definition.ts";
export type { ParameterDefinition, ParameterKind } from "./definition/parameter-definition.ts";
export type { Serializers } from "./definition/serializers.ts";
export { ApiError } from "./errors/api-error.ts";
export { createClient } from "./create-client.ts";
export { AbortError, ConfigError, ConnectionError, ResponseError, SdkError, TimeoutError } from "./errors/errors.ts";
export type { ClientEvent, RequestEvent, ResponseEvent, RetryEvent } from "./options/client-event.ts";
export type {
  ApiPromise,
  ApiResult,
  ErrorGuard,
  Operation,
  OptionalOperation,
  Status4XX,
  Status5XX,
} from "./operations/operation.ts";
export { pages, type PagedMethod } from "./operations/pages.ts";
export { requestBody } from "./bodies/request-body.ts";
export { styledParameter } from "./parameters/styled-parameter.ts";
export type { Environment } from "./options/environment.ts";
export type { CallOptions, ClientOptions, FetchFunction, HeaderOptions } from "./options/options.ts";
export type {
  ChunkReader,
  HeaderValues,
  Transport,
  TransportCall,
  TransportRequest,
  TransportResponse,
} from "./transport/transport.ts";
