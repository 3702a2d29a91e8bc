import { expect, test } from "vitest";
import { basePathOf } from "./base-path.ts";

test.each([
  [[{ url: "https://api.example.com/v1" }], "/v1"],
  [[{ url: "https://api.example.com/v1/" }, { url: "https://other.example.com/v2" }], "/v1"],
  [[{ url: "https://api.example.com" }], ""],
  [[{ url: "https://api.example.com/" }], ""],
  [[{ url: "/api/v2" }], "/api/v2"],
  [[{ url: "https://{region}.example.com/{version}", variables: { version: { default: "v7" } } }], "/v7"],
  [[{ url: "https://" }], ""],
  [[{}], ""],
  [[], ""],
  [undefined, ""],
])("the base path of %j is %j", (servers, path) => {
  expect(basePathOf({ servers })).toBe(path);
});
