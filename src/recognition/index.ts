/** Text of any kind to refusals; the status book; which causes they point at. Pure, synchronous, linear; nothing here throws. */
export { rankCauses, type RankedCause } from './rank.ts';
export { recognizeRefusals, type Circumstances } from './recognize.ts';
export { withoutSecrets } from './secrets.ts';
export { listStatusTexts, readStatus, type StatusReading } from './status-book/index.ts';
export { readSentBack, readTokenAnswer, type TokenAnswer } from './token-answer.ts';
