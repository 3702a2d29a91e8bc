/** The least document with one operation. */
export function documentOf(method: string, path: string, more = ""): string {
  return `openapi: 3.0.0
info:
  title: Acme
  version: 1.0.0
servers:
  - url: https://api.acme.example/v1
paths:
  ${path}:
    ${method.toLowerCase()}:
      operationId: ${method.toLowerCase()}${path.replaceAll(/\W/g, "")}
      responses:
        '200':
          description: OK
${more}`;
}

/** A document of one operation with a key, a parameter, a model and an error: enough to make a package of. */
export const roomDocument: string = documentOf(
  "GET",
  "/rooms/{room_id}",
  `          content: { application/json: { schema: { $ref: '#/components/schemas/Room' } } }
        '404': { description: There is no such room. }
      summary: Shows a room.
      parameters: [{ name: room_id, in: path, required: true, schema: { type: string } }]
      security: [{ key: [] }]
components:
  schemas:
    Room: { type: object, required: [id], properties: { id: { type: string, example: r1 } } }
  securitySchemes:
    key: { type: http, scheme: bearer }
`,
);
