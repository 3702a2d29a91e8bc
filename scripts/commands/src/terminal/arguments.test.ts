import { expect, test, vi } from "vitest";
import { isHelp } from "./arguments.ts";

test("a command without arguments tells how to use it, and refuses any other argument", () => {
  const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  expect([isHelp("Usage\n", []), isHelp("Usage\n", ["-h"])]).toEqual([false, true]);
  expect(write.mock.calls).toEqual([["Usage\n"]]);
  write.mockRestore();
  expect(() => isHelp("", ["--foo"])).toThrow("Unknown option '--foo'. See --help.");
  expect(() => isHelp("", ["foo"])).toThrow('Unexpected argument "foo". See --help.');
});
