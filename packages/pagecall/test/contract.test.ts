import { describeContract } from "@x/contract/vitest";
import { createPagecall } from "@x/pagecall";
import { api } from "../src/generated/operations.ts";

describeContract({ name: "pagecall", api, create: createPagecall });
