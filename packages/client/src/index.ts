export type { ApiDefinition } from "./definition/api-definition.ts";
export type { BodyKind, OperationDefinition } from "./definition/operation-definition.ts";
export type { ParameterDefinition, ParameterKind } from "./definition/parameter-definition.ts";
export type { SchemeDefinition } from "./definition/scheme-definition.ts";
export type { Serializers } from "./definition/serializers.ts";
export type { ServerDefinition, ServerVariable } from "./definition/server-definition.ts";
export { ApiError } from "./errors/api-error.ts";
export { createClient } from "./create-client.ts";
export { AbortError, ConfigError, ConnectionError, ResponseError, SdkError, TimeoutError } from "./errors/errors.ts";
export type { ClientEvent, RequestEvent, ResponseEvent, RetryEvent } from "./options/client-event.ts";
export type {
  ApiPromise,
  ApiResult,
  ErrorGuard,
  NegotiatedOperation,
  NegotiatedOptions,
  Operation,
  OptionalNegotiatedOperation,
  OptionalOperation,
  OptionalStreamableOperation,
  Status4XX,
  Status5XX,
  StreamableOperation,
  StreamOptions,
} from "./operations/operation.ts";
export { negotiatedResponse, negotiationOptions } from "./responses/negotiated-response.ts";
export { redirectResponse } from "./responses/redirect-response.ts";
export { streamedResponse, streamOptions } from "./responses/streamed-response.ts";
export { literalPath } from "./operations/literal-path.ts";
export { pages, type PagedMethod } from "./operations/pages.ts";
export { schemeCredentials } from "./credentials/credentials.ts";
export { documentedServers } from "./servers/documented-servers.ts";
export { bearerKey } from "./options/authorization.ts";
export { jsonBody, jsonInput } from "./bodies/json-body.ts";
export { bodyInput, requestBody } from "./bodies/request-body.ts";
export type { BodyDefinition, BodyForm, FieldEncoding } from "./definition/body-definition.ts";
export { styledParameter } from "./parameters/styled-parameter.ts";
export type { Environment } from "./options/environment.ts";
export type { CallOptions, ClientOptions, FetchFunction, HeaderOptions } from "./options/options.ts";
export type {
  ChunkReader,
  HeaderValues,
  Transport,
  TransportRequest,
  TransportResponse,
} from "./transport/transport.ts";
