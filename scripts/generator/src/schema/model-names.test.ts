import { expect, test } from "vitest";
import { modelNames } from "./model-names.ts";

const TAKEN = new Set(["ListRoomsInput", "ListRoomsOutput", "RoomEndedWebhook", "createAcme", "AcmeOptions"]);

test.each([
  // An identifier is kept, its case too.
  ["Room", "Room"],
  ["room", "room"],
  ["video_Error", "video_Error"],
  ["_private", "_private"],
  ["$defs", "$defs"],
  ["Größe", "Größe"],
  ["部屋", "部屋"],
  ["Room2", "Room2"],
  ["RoomModel", "RoomModel"],
  ["Error", "Error"],
  ["Response", "Response"],
  ["type", "typeModel"],
  // What no identifier has goes; each part begins with a capital.
  ["io.k8s.api.apps.v1.Deployment", "IoK8sApiAppsV1Deployment"],
  ["a-b", "AB"],
  ["room session", "RoomSession"],
  ["Room[Session]", "RoomSession"],
  ["Page«Room»", "PageRoom"],
  ["List<Room>", "ListRoom"],
  ["rooms/v1", "RoomsV1"],
  ["m²", "M"],
  ["a.b_c", "AB_c"],
  ["'); alert(1)", "Alert1"],
  ["*/ export", "Export"],
  // An identifier begins with a letter.
  ["3d", "Model3d"],
  ["²", "Model"],
  ["", "Model"],
  ["-", "Model"],
  ["2024-01-01", "Model20240101"],
  // Keywords, names that the files use themselves, and other exports.
  ["class", "classModel"],
  ["default", "defaultModel"],
  ["string", "stringModel"],
  ["any", "anyModel"],
  ["await", "awaitModel"],
  ["Record", "RecordModel"],
  ["Blob", "BlobModel"],
  ["Date", "DateModel"],
  ["WithRequired", "WithRequiredModel"],
  ["paths", "pathsModel"],
  ["ApiError", "ApiErrorModel"],
  ["TimeoutError", "TimeoutErrorModel"],
  ["ListRoomsInput", "ListRoomsInputModel"],
  ["RoomEndedWebhook", "RoomEndedWebhookModel"],
  ["AcmeOptions", "AcmeOptionsModel"],
  ["api.error", "ApiErrorModel"],
  ["__proto__", "__proto__"],
  ["constructor", "constructor"],
])("the component %j is the model %s", (component, name) => {
  expect(modelNames([component], TAKEN).get(component)).toBe(name);
});

test("two that come out equal are told apart: identifiers first, then by name", () => {
  const components = ["a b", "a-b", "AB", "a.b", "ABModel", "Record", "RecordModel"];
  expect(Object.fromEntries(modelNames(components, TAKEN))).toEqual({
    AB: "AB",
    ABModel: "ABModel",
    "a b": "ABModel2",
    "a-b": "ABModel3",
    "a.b": "ABModel4",
    RecordModel: "RecordModel",
    Record: "RecordModel2",
  });
});

test("names that are equal but for case stand beside each other", () => {
  expect([...modelNames(["Foo", "foo", "FOO"], TAKEN).values()].toSorted()).toEqual(["FOO", "Foo", "foo"]);
});

test("the order of components means nothing", () => {
  const components = ["a b", "AB", "a-b", "Date", "date"];
  const forwards = modelNames(components, TAKEN);
  const backwards = modelNames(components.toReversed(), TAKEN);
  for (const component of components) expect(backwards.get(component)).toBe(forwards.get(component));
});
