import { startMock, type Mock, type MockOptions } from "../start-mock.ts";

/**
 * Starts a mock for each target, hands them over, and closes them, whatever comes of it. When one ends before, that is
 * thrown.
 *
 * @throws {MockError} when one can't be started, or one ended
 */
export async function withMocks<Result>(
  targets: readonly string[],
  options: MockOptions,
  use: (mocks: readonly Mock[], ended: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const outcomes = await Promise.allSettled(targets.map((target) => startMock(target, options)));
  const mocks = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? outcome.value : []));
  try {
    for (const outcome of outcomes) if (outcome.status === "rejected") throw outcome.reason;
    const ended = new AbortController();
    void Promise.race(mocks.map(({ died }) => died)).then((reason) => ended.abort(reason));
    const result = await use(mocks, ended.signal);
    ended.signal.throwIfAborted();
    return result;
  } finally {
    await Promise.all(mocks.map((mock) => mock.close()));
  }
}
