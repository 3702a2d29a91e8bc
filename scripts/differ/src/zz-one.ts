import { gunzipSync } from "node:zlib"; import { readFileSync } from "node:fs";
import { parseOpenApi } from "@x/openapi"; import { compareByRule } from "./diff.ts";
const f=process.argv[2]!; const a:any=parseOpenApi(gunzipSync(readFileSync(`/work/shared/documents/${f}`)).toString(),f);
const b=structuredClone(a); for(const n of Object.keys(b.components.schemas)){const s=b.components.schemas[n]; if(s.properties){ s.properties.freshly={type:"string"}; } }
const t=performance.now(); const r=compareByRule(a,b); console.log(f,r.wire,r.changes.length,((performance.now()-t)/1000).toFixed(1)); for(const c of r.changes.filter(c=>c.wire!=="compatible").slice(0,8)) console.log(c.wire,c.id,c.where,c.text.slice(0,200));
