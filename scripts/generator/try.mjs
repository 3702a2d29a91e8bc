import { renderSchema } from "./src/schema/schema-file.ts";
import { parseYaml } from "@x/openapi";
import { readFileSync } from "node:fs";
const d = parseYaml(readFileSync(process.argv[2], "utf8"), "x");
const t = performance.now();
const f = await renderSchema(d, "x.yaml");
console.log(f["models.ts"].slice(0, +process.argv[3] || 3000));
console.log("-----\n", f["schema.ts"].slice(0, +process.argv[3] || 2000));
console.log(performance.now() - t);
