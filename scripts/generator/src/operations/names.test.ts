import { expect, test } from "vitest";
import { checkNames, methodName, typeName } from "./names.ts";

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

test.each([
  [{ "GET /a": "then" }, 'GET /a would become the method "then", a name that the client reserves.'],
  [{ "GET /a": "__proto__" }, 'GET /a would become the method "__proto__"'],
  [{ "GET /a": "list", "GET /b": "list" }, 'GET /a and GET /b would both become the method "list".'],
  [{ "GET /a": "api", "GET /b": "apiOperation" }, 'GET /a and GET /b would both become the type "ApiOperation".'],
])("refuses %j", (names, message) => {
  expect(() => checkNames(new Map(Object.entries(names)), "acme.yaml")).toThrow(message);
});
