import { inputFaults } from "./faults/inputs.ts";
import { faultSuite } from "./suite.ts";

faultSuite("what a caller hands in", inputFaults);
