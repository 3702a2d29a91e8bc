import { connectionFaults } from "./faults/connection.ts";
import { faultSuite } from "./suite.ts";

faultSuite("until the headers are there", connectionFaults);
