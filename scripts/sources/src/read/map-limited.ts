/**
 * The results of an asynchronous function over all items, in their order, with at most `limit` under way at a time. After
 * the first failure nothing new is begun, what is under way is awaited, and that failure is thrown.
 */
export async function mapLimited<Item, Result>(
  items: readonly Item[],
  limit: number,
  body: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const failures: unknown[] = [];
  const waiting = items.entries();
  async function work(): Promise<void> {
    for (const [position, item] of waiting) {
      if (failures.length > 0) return;
      try {
        results[position] = await body(item);
      } catch (thrown) {
        failures.push(thrown);
      }
    }
  }
  await Promise.all(Array.from({ length: limit }, () => work()));
  if (failures.length > 0) throw failures[0];
  return results;
}
