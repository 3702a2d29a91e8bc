import { testWire } from "./testing/vendors.ts";
import { operationMutations } from "./testing/mutations/operation.ts";
import { requestMutations } from "./testing/mutations/request.ts";
import { responseMutations } from "./testing/mutations/response.ts";

// What the code says of them takes a compiler: in `mutations.slow.test.ts`.
testWire("shelves", {
  requests: requestMutations,
  responses: responseMutations,
  "operations and components": operationMutations,
});
