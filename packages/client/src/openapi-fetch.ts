/** This file alone imports openapi-fetch at run time (its types: http-types.ts), so that replacing it is a change of one file. */
export { mergeHeaders } from "openapi-fetch";
