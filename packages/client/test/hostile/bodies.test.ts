import { bodyFaults } from "./faults/bodies.ts";
import { capFaults } from "./faults/caps.ts";
import { encodingFaults } from "./faults/encodings.ts";
import { faultSuite } from "./suite.ts";

faultSuite("while the body comes", bodyFaults);
faultSuite("compression", encodingFaults);
faultSuite("caps", capFaults);
