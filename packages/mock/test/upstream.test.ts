import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { startMock } from "@x/mock";
import { expect, test } from "vitest";
import { PETS, Project } from "./project.ts";

test("in front of a real server, it tells what breaks the document", async () => {
  const asked: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url);
    if (asked.length > 1) return void response.writeHead(302, { location: "/elsewhere" }).end();
    response.setHeader("content-type", "application/json").end('{"id":"seven"}');
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const upstream = `http://127.0.0.1:${(server.address() as AddressInfo).port}/real/v9`;
  const strict = PETS.replace("{ example", "{ schema: { properties: { id: { type: integer } } }, example");
  using project = new Project();
  const document = project.write("proxy.yaml", strict);
  await using mock = await startMock(document, { upstream });
  const response = await fetch(`${mock.url}/pet`);
  expect(asked).toEqual(["/real/v9/pet"]);
  expect(await response.json()).toMatchObject({
    detail: "Response body property id must be integer",
    validation: [{ location: ["response", "body", "id"] }],
  });
  // A redirect is the client's to see.
  const { status, headers } = await fetch(`${mock.url}/pet`, { redirect: "manual" });
  expect([status, headers.get("location")]).toEqual([302, new URL("/elsewhere", upstream).href]);
  expect(asked).toEqual(["/real/v9/pet", "/real/v9/pet"]);
  server.closeAllConnections();
  server.close();
});
