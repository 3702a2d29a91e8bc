import { expect, test } from "vitest";
import { unexpectedStatus } from "./unexpected-status.ts";

const URL_OF_CALL = "https://api.example.test/v1/things";

test.each([
  [302, "https://evil.example.test/?key=secret", "unexpected redirect (302) to another origin"],
  [307, "//evil.example.test/v1/things", "unexpected redirect (307) to another origin"],
  [301, "http://api.example.test/v1/things", "unexpected redirect (301) to another origin"],
  [308, "https://api.example.test:8443/v1/things", "unexpected redirect (308) to another origin"],
  [303, "data:text/plain,secret", "unexpected redirect (303) to another origin"],
  [302, "https://api.example.test/login?key=secret", "unexpected redirect (302)"],
  [302, "/login?key=secret", "unexpected redirect (302)"],
  [302, "?key=secret", "unexpected redirect (302)"],
  [302, "https://[secret", "unexpected redirect (302)"],
  [302, "", "unexpected redirect (302)"],
  [302, undefined, "unexpected redirect (302)"],
])("%d to %s is told without its target", (status, location, expected) => {
  const response = new Response(null, { status, headers: location === undefined ? {} : { location } });
  expect(unexpectedStatus(response, URL_OF_CALL)).toBe(`${expected}; redirects are not followed`);
});

test.each([
  [0, "unexpected redirect (0); redirects are not followed"],
  [101, "unexpected status 101"],
  [600, "unexpected status 600"],
  [undefined, "unexpected status undefined"],
])("%s is told for what it is", (status, expected) => {
  const response = { status, headers: new Headers() } as Response;
  expect(unexpectedStatus(response, URL_OF_CALL)).toBe(expected);
});
