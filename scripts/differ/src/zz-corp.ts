import { readFileSync } from "node:fs";
import { compareByRule } from "./diff.ts";
const show=process.argv[2];
for (const f of ["oasdiff","openapi-diff"]) { const d=JSON.parse(readFileSync(`/tmp/corp/${f}.json`,"utf8")); const t:any={}; for(const x of d){ let r; try{ const o=compareByRule(x.old,x.next); r=o.changes.length?o.wire:"none"; if(show===`${x.level??x.expect}-${r}`) console.log(x.id,(x.rules??[]).slice(0,3).join(","),"|",o.changes.map((c:any)=>`${c.id} ${c.wire}`).slice(0,4).join("; ")); }catch(e:any){ r=e.name==="Problem"?"refused":"CRASH"; if(r==="CRASH") console.log(x.id,e.stack.split("\n").slice(0,4).join("|")); } const k=x.level??x.expect; (t[k]??={})[r]=(t[k][r]??0)+1; } console.log(f,JSON.stringify(t)); }
