/** Numbers from 0 to below 1, the same for a seed (mulberry32). */
export type Random = () => number;

export function randomOf(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** @throws {RangeError} when there is nothing to choose from */
export function oneOf<Value>(random: Random, values: readonly Value[]): Value {
  if (!values.length) throw new RangeError("nothing to choose from");
  return values[Math.floor(random() * values.length)] as Value;
}
