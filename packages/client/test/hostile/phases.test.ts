import { phaseFaults } from "./faults/phases.ts";
import { faultSuite } from "./suite.ts";

faultSuite("aborts and time-outs", phaseFaults);
