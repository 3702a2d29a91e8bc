import { bodyFaults } from "./faults/bodies.ts";
import { faultSuite } from "./suite.ts";

faultSuite("while the body comes", bodyFaults);
