/** Colours that differ in lightness too, so that they stay apart when printed in grey; each has a pattern besides. */
const colours = ['#b3261e', '#e8a33d', '#6a3d9a', '#1f78b4', '#33691e', '#8d6e63', '#455a64', '#ad1457'] as const;

export const colourOf = (series: number): string => colours[series % colours.length] ?? colours[0];

export const style = `
:root { color-scheme: light dark; --text: #1b1b1f; --page: #fff; --quiet: #55555c; --line: #c8c8cf; --ok: #2e7d5b; --bad: #b3261e; --link: #0b5cad; }
@media (prefers-color-scheme: dark) { :root { --text: #e6e6ea; --page: #17171a; --quiet: #a6a6ae; --line: #46464d; --ok: #6fcf9f; --bad: #ff8a80; --link: #8ab4f8; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.25rem; max-width: 60rem; font: 1rem/1.5 system-ui, sans-serif; color: var(--text); background: var(--page); }
h1 { font-size: 1.5rem; margin: 0 0 1rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 .75rem; border-bottom: 1px solid var(--line); padding-bottom: .25rem; }
h3 { font-size: 1rem; margin: 1.5rem 0 .5rem; }
h3 code { font-weight: normal; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; margin: 0 0 1rem; }
dt { color: var(--quiet); grid-column: 1; } dd { margin: 0; grid-column: 2; overflow-wrap: anywhere; }
p { margin: 0 0 .75rem; overflow-wrap: anywhere; } li { overflow-wrap: anywhere; } dd ol { margin: 0; padding-left: 1.25rem; }
a { color: var(--link); } code { font-size: .9em; overflow-wrap: anywhere; } pre { margin: 0 0 .75rem; font-size: .85rem; }
.bad { border-left: .3rem solid var(--bad); padding-left: .75rem; }
.unsure { border-left: .3rem dotted #e8a33d; padding-left: .75rem; }
.quiet { color: var(--quiet); font-size: .9rem; }
.outcome { font-weight: bold; }
figure { margin: 0 0 1rem; } svg { width: 100%; height: auto; display: block; } svg text { fill: var(--text); font: 13px system-ui, sans-serif; }
.chart svg { min-width: 34rem; } .timeline { max-width: 34rem; } .timeline .when { fill: var(--quiet); }
.legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: .5rem 0 0; font-size: .9rem; }
.legend svg { min-width: 0; width: 1.1em; height: 1.1em; display: inline-block; vertical-align: -.15em; margin-right: .4em; }
details { margin: 1rem 0; } summary { cursor: pointer; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-size: .85rem; font-variant-numeric: tabular-nums; } caption { text-align: left; color: var(--quiet); padding-bottom: .25rem; }
th, td { padding: .15rem .75rem .15rem 0; text-align: right; border-bottom: 1px solid var(--line); vertical-align: bottom; } th:first-child, td:first-child { text-align: left; white-space: nowrap; }
.words th, .words td { text-align: left; vertical-align: top; } .words td { min-width: 4rem; } .words td:last-child { min-width: 14rem; }
@media (max-width: 30rem) { body { padding: 1rem .75rem; } dl { grid-template-columns: 1fr; } dd { grid-column: 1; margin-bottom: .4rem; } }
@media print {
  :root { --text: #000; --page: #fff; --quiet: #333; --line: #999; --ok: #2e7d5b; --bad: #b3261e; --link: #000; }
  body { max-width: none; padding: 0; font-size: 10pt; } h2, h3 { break-after: avoid; } dl, figure, tr { break-inside: avoid; }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  details::details-content { content-visibility: visible; display: block; } thead { display: table-header-group; }
}
`.trim();
