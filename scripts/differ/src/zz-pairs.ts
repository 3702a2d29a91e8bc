import { readdirSync, readFileSync } from "node:fs";
import { parseOpenApi } from "@x/openapi";
import { diffSpecs } from "/work/wt/wire/scripts/differ/src/diff.ts";
const R="/work/shared/cases/differ"; const exp=JSON.parse(readFileSync(R+"/expected.json","utf8"));
let ok=0; for(const n of Object.keys(exp)){ let line; try{ const [a,b]=["old","new"].map(x=>parseOpenApi(readFileSync(`${R}/${n}/${x}.yaml`,"utf8"),x)); const d=diffSpecs(a as any,b as any); const w=exp[n][0].includes(d.wire); const s=exp[n][1].includes(d.sdk); ok+=+w; line=`${w?"  ":"W "}${s?"  ":"s "} ${d.wire} ${d.sdk}  ${d.changes.map(c=>`${c.id} ${c.wire} ${c.sdk}`).join("; ")}`;}catch(e:any){line="CRASH "+e.stack.split("\n").slice(0,3).join(" | ")} console.log(n.padEnd(42),JSON.stringify(exp[n]),line);} console.log(ok);
