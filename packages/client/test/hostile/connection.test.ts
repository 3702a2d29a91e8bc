import { connectionFaults } from "./faults/connection.ts";
import { customFetchFaults } from "./faults/custom-fetch.ts";
import { faultSuite } from "./suite.ts";

faultSuite("until the headers are there", connectionFaults);
faultSuite("a fetch of the caller's", customFetchFaults);
