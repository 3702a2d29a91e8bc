import { expect, test, vi } from "vitest";
import { SingleListener } from "./single-listener.ts";

test("tells its listener once, and none that was taken off", () => {
  const controller = new SingleListener();
  const { signal } = controller;
  const listener = vi.fn<() => void>();
  signal.addEventListener("abort", listener);
  expect(signal.aborted).toBe(false);
  signal.throwIfAborted();
  controller.abort();
  controller.abort();
  expect(listener).toHaveBeenCalledOnce();
  expect(signal.aborted).toBe(true);
  expect(() => signal.throwIfAborted()).toThrow("aborted");

  const other = new SingleListener();
  other.signal.addEventListener("abort", listener);
  other.signal.removeEventListener();
  other.abort();
  expect(listener).toHaveBeenCalledOnce();
});
