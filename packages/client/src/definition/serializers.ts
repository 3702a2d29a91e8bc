import type { Refuse } from "../errors/refusal.ts";
import type { CallInput, CallParts } from "./call-parts.ts";
import type { Checks } from "../options/checks.ts";
import type { ParameterDefinition } from "./parameter-definition.ts";

/** What turns inputs of an uncommon kind into text: imported by the table of an API that has such an operation. */
export interface Serializers {
  /** Parameters that are lists, objects or anything, or in a style of their own. Default: `plainParameter`. */
  readonly parameter?: ParameterSerializer;
  /** What a call's input may hold. Default: parameters, by place. */
  readonly input?: Readonly<Record<string, unknown>>;
  /** Options of a call. Default: those of every API. */
  readonly options?: Checks;
  /**
   * Adds to a call what is not a parameter: its body, how its response is read.
   *
   * @throws {ConfigError} when the input can't be sent as the definition says
   */
  readonly finish?: (call: CallParts, input: CallInput) => Partial<CallParts> | undefined;
}

/**
 * Makes text of a value: the value's own, or `name=value` in a query, more than one where it is a list.
 *
 * @throws {ConfigError} when the value can't be sent as the definition says
 */
export type ParameterSerializer = (value: unknown, parameter: Parameter) => string;

/** One parameter of an operation. */
export interface Parameter {
  readonly place: "path" | "query" | "header";
  readonly name: string;
  readonly definition: ParameterDefinition;
  /** Names the parameter, and never its value, which may be personal. */
  readonly refuse: Refuse;
}
