export { composeAllApps } from './all.ts';
export { composeCheck } from './compose.ts';
