import { judgeByAjv } from "./judges/judge-by-ajv.ts";
const r = judgeByAjv(Number(process.argv[2] ?? 1000), Number(process.argv[3] ?? 11));
console.log(JSON.stringify(r.matrix), r.missed.length);
for (const m of r.missed) console.log("MISSED", m);
const u = r.unwitnessed.filter((x) => !/^\S*(property-removed|closed)/.test(x)).toSorted((a, b) => a.length - b.length);
for (const x of u.slice(0, 16)) console.log("  ", x.slice(0, 260));
