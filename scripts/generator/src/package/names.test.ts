import { expect, test } from "vitest";
import { namesOf, renamed } from "./names.ts";

const example = namesOf("pagecall");

test("a name in every spelling", () => {
  expect(namesOf("acme-rooms-2")).toEqual({
    kebab: "acme-rooms-2",
    pascal: "AcmeRooms2",
    screaming: "ACME_ROOMS_2",
    title: "Acme Rooms 2",
  });
});

test.each([
  "",
  "Acme",
  "acme_rooms",
  "-acme",
  "acme-",
  "acme--rooms",
  "2acme",
  "../acme",
  "acme/rooms",
  "con",
  "com1",
  "a".repeat(51),
  "a".repeat(250),
])("refuses %j", (name) => {
  // However long the name is.
  expect(() => namesOf(name)).toThrow(/^.{1,60} cannot name a package\. A name is words of small letters .{1,150}$/);
});

test("prose gets the title, identifiers and paths their own spelling", () => {
  const text = `/** Pagecall's API key; default: PAGECALL_API_KEY. */
export function createPagecall(options: PagecallOptions): PagecallClient {} // of Pagecall, @x/pagecall, specs/pagecall.yaml`;
  expect(renamed(text, example, namesOf("acme-rooms"))).toBe(`/** Acme Rooms's API key; default: ACME_ROOMS_API_KEY. */
export function createAcmeRooms(options: AcmeRoomsOptions): AcmeRoomsClient {} // of Acme Rooms, @x/acme-rooms, specs/acme-rooms.yaml`);
});
