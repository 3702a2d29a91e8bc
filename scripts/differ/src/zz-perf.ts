import { gunzipSync } from "node:zlib"; import { readFileSync } from "node:fs";
import { parseOpenApi } from "@x/openapi"; import { compareByRule } from "./diff.ts";
const t=(n:string,f:()=>any)=>{const s=performance.now(); let r; try{r=f();}catch(e:any){r=String(e).slice(0,150)} console.log(n.padEnd(40),((performance.now()-s)/1000).toFixed(2),"s",JSON.stringify(r)?.slice(0,150));};
const small=(received:any,schemas:any)=>({openapi:"3.1.0",info:{title:"s",version:"1"},paths:{"/x":{get:{operationId:"a",responses:{200:{description:"",content:{"application/json":{schema:received}}}}}}},components:{schemas}}) as any;
const R=(n:string)=>({$ref:`#/components/schemas/${n}`});
const cmp=(a:any,b:any)=>{const d=compareByRule(a,b);return [d.wire,d.sdk,d.changes.length,d.changes[0]?.id]};
const chain=(type:string)=>{const s:any={S0:{type:"object",properties:{p0:{type}}}};for(let i=1;i<2000;i++)s[`S${i}`]={allOf:[R(`S${i-1}`),{type:"object",properties:{[`p${i}`]:{type:"string"}}}]};return small(R("S1999"),s)};
t("allOf chain 2000",()=>cmp(chain("string"),chain("boolean")));
const en=(n:number)=>small({type:"string",enum:Array.from({length:n},(_,i)=>`v${i}`)},{});
t("enum 20000",()=>cmp(en(20000),en(20001)));
const self=(t:string)=>small(R("S"),{S:{anyOf:[...Array(6).fill(R("S")),{type:t}]}});
t("S anyOf [S x6]",()=>cmp(self("string"),self("integer")));
const clique=(t:string)=>{const s:any={};for(let i=0;i<12;i++)s[`K${i}`]={description:"x",anyOf:[...Array.from({length:12},(_,j)=>R(`K${j}`)),{type:"object",properties:{[`a${i}`]:{type:t}}}]};return small(R("K0"),s)};
t("clique of 12 unions",()=>cmp(clique("string"),clique("integer")));
const cyc=(t:string)=>{const s:any={};for(let i=0;i<60;i++)s[`C${i}`]={type:"object",properties:Object.fromEntries([...Array.from({length:60},(_,j)=>[`p${j}`,R(`C${j}`)]),["x",{type:t}]])};return small(R("C0"),s)};
t("60 schemas each holding all",()=>cmp(cyc("string"),cyc("integer")));
const gz=(f:string)=>parseOpenApi(gunzipSync(readFileSync(`/work/shared/documents/${f}`)).toString(),f);
for(const f of ["telnyx.yml.gz","stripe.yaml.gz","openai.yaml.gz","plaid.yml.gz","box.json.gz","discord.json.gz"]) { let a:any; t("read "+f,()=>{a=gz(f);return JSON.stringify(a).length}); const b=structuredClone(a); t("itself "+f,()=>cmp(a,b)); for(const n of Object.keys(b.components.schemas)){const s=b.components.schemas[n]; if(s.properties){ s.properties.freshly={type:"string"}; } } t("every object +1 "+f,()=>cmp(a,b)); }
