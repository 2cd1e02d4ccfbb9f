export { beforeUser, failingRow, ownRows } from './failing-row.ts';
export { turningPoint, type TurningPoint } from './turning-point.ts';
