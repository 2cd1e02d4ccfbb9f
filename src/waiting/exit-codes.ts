import type { WaitOutcome } from '../model/index.ts';

/**
 * What a pipeline gets. 69 as the CLI's own `--wait` when time is up (`sf org create scratch`), 130 as the CLI and the shells when someone presses
 * Ctrl+C; the others as everywhere in this product.
 */
export const waitExitCodes: Readonly<Record<WaitOutcome, number>> = {
  ready: 0,
  fatal: 3,
  inconclusive: 4,
  'gave-up': 69,
  interrupted: 130,
};
