import type { FieldEncoding } from "../definition/body-definition.ts";
import type { Refuse } from "../errors/refusal.ts";

/** What a body is written of. */
export interface FormInput {
  readonly body: unknown;
  /** Its media type, which may be a range. */
  readonly type: string;
  readonly refuse: Refuse;
  readonly encoding?: Readonly<Record<string, FieldEncoding>>;
  readonly bytes?: true;
}
