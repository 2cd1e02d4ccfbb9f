export { beforeUser, failingRow, ownRows, type Asked } from './failing-row.ts';
export { turningPoint, type TurningPoint } from './turning-point.ts';
