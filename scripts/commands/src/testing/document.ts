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
