export { composeAllApps } from './all.ts';
export { composeCheck } from './compose.ts';
export { renderCheckBrief } from './brief/terminal.ts';
