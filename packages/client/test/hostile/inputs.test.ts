import { idFaults } from "./faults/ids.ts";
import { inputFaults } from "./faults/inputs.ts";
import { faultSuite } from "./suite.ts";

faultSuite("path parameters", idFaults);
faultSuite("what else a caller hands in", inputFaults);
