import { operationMutations } from "./testing/mutations/operation.ts";
import { requestMutations } from "./testing/mutations/request.ts";
import { responseMutations } from "./testing/mutations/response.ts";
import { testMutations } from "./testing/vendors.ts";

const mutations = {
  requests: requestMutations,
  responses: responseMutations,
  "operations and components": operationMutations,
};

testMutations("shelves", mutations);
// The same changes in a document of another version, which has its parts elsewhere.
testMutations("loans", mutations);
