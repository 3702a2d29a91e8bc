/** A mock that can't be started, in words for a person: what was wrong, where, what to do. */
export class MockError extends Error {
  override readonly name = "MockError";
}
