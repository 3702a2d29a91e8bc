/** Numbers and choices that are the same in every run. */
export interface Random {
  (least: number, most: number): number;
  pick<Value>(...values: readonly Value[]): Value;
}

/** Park and Miller's generator. */
export function randomOf(seed: number): Random {
  let state = seed;
  const random = (least: number, most: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return least + (state % (most - least + 1));
  };
  return Object.assign(random, {
    pick: <Value>(...values: readonly Value[]) => values[random(0, values.length - 1)] as Value,
  });
}

const PIECES = [
  ..."/{}[]()<>*`_~#@:.-+=|&$\\\"' \n\r\t\u2028\u202E\uD800\u0000",
  "*/",
  "/*",
  "](",
  "![",
  "```",
  "~~~",
  "{{",
  "${",
  "::",
  "##[",
  "http://",
  "a@",
  "\r\n",
  " \u2028",
  "<!--",
  "&#",
];

/** A text of up to so many characters, of a few pieces again and again. */
export function hangingTexts(random: Random, most: number): string {
  const size = random(1_000, most);
  const pieces = Array.from({ length: random(1, 4) }, () => random.pick(...PIECES));
  const whole = pieces.join("");
  return `${whole.repeat(Math.ceil(size / whole.length)).slice(0, size)}${random.pick("", "x", "\n", "}")}`;
}
