export { endLines } from './end.ts';
export { liveLine, tryLine, type Live, type Tried } from './line.ts';
export { showWaiting, type ShowWaiting, type WaitingShow } from './show.ts';
