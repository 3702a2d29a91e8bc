import { data, Evaluator, Lexer, Parser } from "@actions/expressions";

/** What an expression may ask: `github`, `needs`, `steps`, `env`, `runner`, `secrets`. */
export interface Contexts {
  readonly [name: string]: unknown;
}

/** What became of what was to run before. */
export interface Outcome {
  readonly success: boolean;
}

/** Evaluates an `if`: without a status function it asks for success as well, as GitHub does. */
export function holds(condition: string | boolean | undefined, contexts: Contexts, outcome: Outcome): boolean {
  const text = String(condition ?? "success()").replace(/^\s*\$\{\{(.*)\}\}\s*$/s, "$1");
  const asksStatus = /\b(?:success|failure|always|cancelled)\(\)/.test(text);
  return truthy(evaluate(asksStatus ? text : `success() && (${text})`, contexts, outcome));
}

/** A text with its `${{ }}` filled in. */
export function filled(text: string, contexts: Contexts): string {
  return text.replaceAll(/\$\{\{(.*?)\}\}/gs, (_, expression: string) =>
    evaluate(expression, contexts, { success: true }).coerceString(),
  );
}

function evaluate(text: string, contexts: Contexts, { success }: Outcome): data.ExpressionData {
  const statuses = { success, failure: !success, always: true, cancelled: false };
  const functions = Object.entries(statuses).map(([name, value]) => ({
    name,
    minArgs: 0,
    maxArgs: 0,
    call: () => new data.BooleanData(value),
  }));
  const expression = new Parser(new Lexer(text.trim()).lex().tokens, Object.keys(contexts), functions).parse();
  const context = JSON.parse(JSON.stringify(contexts), data.reviver) as data.Dictionary;
  return new Evaluator(expression, context, new Map(functions.map((one) => [one.name, one]))).evaluate();
}

function truthy(value: data.ExpressionData): boolean {
  return !["", "0", "false"].includes(value.coerceString());
}
