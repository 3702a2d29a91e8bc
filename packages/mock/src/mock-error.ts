/** A mock that can't be started, or that ended by itself, in words for a person: what is wrong, where, what to do. */
export class MockError extends Error {
  override readonly name = "MockError";
}
