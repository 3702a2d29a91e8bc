import { idFaults } from "./faults/ids.ts";
import { inputFaults } from "./faults/inputs.ts";
import { leftOutFaults } from "./faults/left-out.ts";
import { faultSuite } from "./suite.ts";

faultSuite("path parameters", idFaults);
faultSuite("what else a caller hands in", inputFaults);
faultSuite("what is left out", leftOutFaults);
