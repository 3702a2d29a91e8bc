import { expect, test } from "vitest";
import { methodName, methodNames, typeName } from "./names.ts";

test.each([
  ["get", "/rooms/{id}", "ViewRoomSession", "viewRoomSession"],
  ["get", "/rooms/{id}", "bulk-delete-rooms", "bulkDeleteRooms"],
  ["get", "/rooms/{id}", "rooms.list_all", "roomsListAll"],
  ["get", "/rooms/{id}", "URLGet", "urlGet"],
  ["get", "/rooms/{id}", "2fa", "get2fa"],
  ["post", "/rooms/{room_id}/actions/refresh", undefined, "postRoomsByRoomIdActionsRefresh"],
  ["get", "/rooms/{id}", " ", "getRoomsById"],
])("%s %s called %j becomes %s", (method, path, operationId, name) => {
  expect(methodName(method, path, operationId)).toBe(name);
});

test("an operation's types never have the name of an error class", () => {
  expect(typeName("viewRoom")).toBe("ViewRoom");
  for (const name of ["abort", "api", "config", "connection", "response", "sdk", "timeout"])
    expect(typeName(name)).toMatch(/Operation$/);
});

/** Names and notes of operations, by label and operationId. */
function named(operations: Readonly<Record<string, string | undefined>>): [Record<string, string>, string[]] {
  const notes: string[] = [];
  const list = Object.entries(operations).map(([label, operationId]) => {
    const [method = "", path = ""] = label.toLowerCase().split(" ");
    return { label, method, path, operationId };
  });
  return [Object.fromEntries(methodNames(list, (note) => notes.push(note))), notes];
}

test("of two with one name, the path that sorts first keeps it", () => {
  const [names, notes] = named({ "GET /a": "list", "GET /b": "List", "GET /c": "other" });
  expect(names).toEqual({ "GET /a": "list", "GET /b": "getB", "GET /c": "other" });
  expect(notes).toEqual(["GET /b is called getB, not list: GET /a has that name."]);
});

test("a name by method and path never takes another's operationId", () => {
  const [names] = named({ "GET /a": "list", "GET /b": "list", "GET /c": "getB", "GET /d": "getB2" });
  expect(names).toEqual({ "GET /a": "list", "GET /b": "getB3", "GET /c": "getB", "GET /d": "getB2" });
});

test.each(["then", "catch", "constructor", "__proto__", "toJSON", "toString", "hasOwnProperty"])(
  "%s is reserved: a promise, JSON or every object has it",
  (operationId) => {
    const [names, notes] = named({ "GET /a": operationId });
    expect(names).toEqual({ "GET /a": operationId === "__proto__" ? "proto" : "getA" });
    expect(notes).toHaveLength(operationId === "__proto__" ? 0 : 1);
  },
);

test("two methods whose types would have one name are told apart, too", () => {
  expect(named({ "GET /a": "api", "GET /b": "apiOperation" })[0]).toEqual({ "GET /a": "api", "GET /b": "getB" });
});
