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

test.each(["", "Acme", "acme_rooms", "-acme", "acme-", "acme--rooms", "2acme", "../acme", "acme/rooms"])(
  "refuses %j",
  (name) => {
    expect(() => namesOf(name)).toThrow("cannot name a package");
  },
);

test("prose gets the title, identifiers and paths their own spelling", () => {
  const text = `/** Pagecall's API key; default: PAGECALL_API_KEY. */
export function createPagecall(options: PagecallOptions): PagecallClient {} // of Pagecall, @x/pagecall, specs/pagecall.yaml`;
  expect(renamed(text, example, namesOf("acme-rooms"))).toBe(`/** Acme Rooms's API key; default: ACME_ROOMS_API_KEY. */
export function createAcmeRooms(options: AcmeRoomsOptions): AcmeRoomsClient {} // of Acme Rooms, @x/acme-rooms, specs/acme-rooms.yaml`);
});
