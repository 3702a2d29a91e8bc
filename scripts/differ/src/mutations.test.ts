import { operationMutations } from "./testing/mutations/operation.ts";
import { requestMutations } from "./testing/mutations/request.ts";
import { responseMutations } from "./testing/mutations/response.ts";
import { testMutations } from "./testing/vendors.ts";

testMutations("shelves", {
  requests: requestMutations,
  responses: responseMutations,
  "operations and components": operationMutations,
});
