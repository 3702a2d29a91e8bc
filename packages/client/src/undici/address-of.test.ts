import { expect, test } from "vitest";
import { addressOf } from "./address-of.ts";

test.each([
  "/v1/a?b=c%20d&e[]=f",
  "0/v1/a",
  "/v1/a/%2e%2E/b",
  "/v1/./a/../b",
  "/v1/\u00e9 \"<>`{}|^'?q='\"",
  "/v1\\a?b\\c",
  "/v1/a?b#c",
  "",
  "?a",
])("is what a URL means, as fetch does: %j", (path) => {
  const url = `https://a.test:844${path}`;
  // After one of the same origin, and of another.
  for (const each of ["https://a.test:844/a", url, "https://b.test/a", url]) {
    const { origin, pathname, search } = new URL(each);
    expect(addressOf(each)).toEqual({ origin, path: pathname + search });
  }
});
