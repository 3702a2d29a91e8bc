/** A server (OpenAPI, Server Object): its URL alone, where that has no variables. */
export type ServerDefinition =
  | string
  | {
      /** With `{variables}`. */
      readonly url: string;
      readonly variables: Readonly<Record<string, ServerVariable>>;
    };

export interface ServerVariable {
  readonly default: string;
  /** The values that it may have. Default: any that stays within its place. */
  readonly enum?: readonly string[];
}
