/**
 * How a credential is sent (OpenAPI, Security Scheme Object): as a bearer token, which those of OAuth 2 and OpenID Connect
 * are; by Basic; or as it is, under a name.
 */
export type SchemeDefinition =
  | "bearer"
  | "basic"
  | {
      /** A header's in lower case. */
      readonly name: string;
      readonly in: "header" | "query" | "cookie";
    };
