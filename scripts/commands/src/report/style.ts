import { Html } from "./html.ts";

/** Readable on a phone and on paper, in light and in dark; what can be scrolled can be reached by keyboard. */
export const style = new Html(`
:root { color-scheme: light dark; --ink: light-dark(#1b1f24, #e6e9ee); --soft: light-dark(#57606a, #9aa4b2);
  --paper: light-dark(#ffffff, #14171c); --panel: light-dark(#f4f6f8, #1d2229); --line: light-dark(#d5dae0, #343b45);
  --good: light-dark(#11713a, #4cc38a); --bad: light-dark(#b3261e, #ff8a80); --ours: light-dark(#2456c9, #82aaff); }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: 1.5rem 1rem 4rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .5rem; } h2 { margin: 2.5rem 0 .5rem; font-size: 1.3rem; }
h3 { margin: 1.5rem 0 .25rem; font-size: 1.05rem; } p { margin: .25rem 0 .75rem; color: var(--soft); max-width: 60rem; }
a { color: var(--ours); } nav a { margin-right: 1rem; white-space: nowrap; }
:focus-visible { outline: 3px solid var(--ours); outline-offset: 2px; }
.skip { position: absolute; left: -99rem; } .skip:focus { left: 1rem; background: var(--paper); padding: .5rem; }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .75rem; margin: 1rem 0; }
.cards div { background: var(--panel); border: 1px solid var(--line); border-radius: .5rem; padding: .75rem 1rem; }
.cards dt { color: var(--soft); font-size: .9rem; } .cards dd { margin: 0; font-size: 1.4rem; font-weight: 650; }
.facts div { display: grid; grid-template-columns: 10rem 1fr; } .facts dt { color: var(--soft); } .facts dd { margin: 0; }
.scroll { overflow-x: auto; margin: .25rem 0 1rem; border: 1px solid var(--line); border-radius: .5rem; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; } thead { background: var(--panel); }
figure { margin: 0 0 1rem; } figcaption { padding: .25rem 0; font-weight: 600; }
th, td { padding: .35rem .75rem; border-top: 1px solid var(--line); text-align: left; vertical-align: top; overflow-wrap: normal; }
thead th { white-space: nowrap; color: var(--soft); font-weight: 600; } tbody th { font-weight: 500; min-width: 10rem; }
.good { color: var(--good); font-weight: 700; } .bad { color: var(--bad); font-weight: 700; } .none { color: var(--soft); }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; } .bar { width: 45%; color: var(--soft); }
.ours th, .ours .number { color: var(--ours); font-weight: 700; }
meter { width: min(14rem, 60%); height: .8rem; vertical-align: middle; }
summary { cursor: pointer; padding: .35rem 0; font-weight: 600; } details[open] summary { margin-bottom: .5rem; }
code { font: .9em ui-monospace, monospace; }
@media print { details::details-content { content-visibility: visible; display: block; } nav { display: none; } }
@media (max-width: 40rem) { .facts div { grid-template-columns: 1fr; margin-bottom: .4rem; } th, td { padding: .3rem .5rem; }
  tbody th, td { min-width: 6rem; } td:last-child { min-width: 10rem; } .bars td { min-width: 0; } }
`);
