import { expect, test } from "vitest";
import { requestViolations } from "./expect-documented.ts";

const headers = (text: string): Headers => new Headers({ "sl-violations": text });

test("of what Prism finds, what is wrong with the request counts; that there is too much of it to list is no list", () => {
  const request = { location: ["request", "query"], code: "required" };
  const list = [
    request,
    { location: ["request"], code: "deprecated" },
    { location: ["response", "body"], code: "enum" },
  ];
  expect(requestViolations(headers(JSON.stringify(list)))).toEqual([request]);
  expect(requestViolations(headers("Too many violations"))).toEqual([]);
  expect(requestViolations(new Headers())).toEqual([]);
});
