export { waitEnd, waitVerdict } from './end.ts';
export { liveLine, tryLine } from './line.ts';
export { showWaiting, type WaitingShow } from './show.ts';
