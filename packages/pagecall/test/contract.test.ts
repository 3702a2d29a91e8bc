import { describeContract } from "@x/contract";
import { createPagecall } from "@x/pagecall";
import * as vitest from "vitest";
import api from "../src/generated/operations.ts";

describeContract(vitest, { name: "pagecall", api, create: createPagecall });
