/** All that runs of openapi-fetch, whose types http-types.ts takes: replacing it is a change of these two files. */
export { mergeHeaders } from "openapi-fetch";
