import type ts from "typescript";

/** An exported model that is an object: it is used in one function, whatever refers to it. */
export interface Model {
  readonly name: string;
  readonly type: ts.Type;
}

/** The models of a package by their type, and which of them are given to the API and taken from it. */
export class Models {
  readonly #byType = new Map<ts.Type, Model>();
  readonly given = new Set<Model>();
  readonly taken = new Set<Model>();

  add(name: string, type: ts.Type): void {
    if (!this.#byType.has(type)) this.#byType.set(type, { name, type });
  }

  /** Those that neither an operation nor a webhook reaches: a callback may bring them. */
  rest(): Model[] {
    return [...this.#byType.values()].filter((model) => !this.given.has(model) && !this.taken.has(model));
  }

  of(type: ts.Type): Model | undefined {
    return this.#byType.get(type);
  }
}
