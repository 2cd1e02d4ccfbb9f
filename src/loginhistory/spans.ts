import { spanOf } from './reading/index.ts';
import type { FailuresRequest } from './request.ts';
import { hourMs, minuteMs } from './times.ts';

type Windowed = { readonly windowMs?: number };

type Asked = Pick<FailuresRequest, 'since' | 'until'> & { readonly threshold?: Windowed; readonly spike?: Windowed };

/** Nothing is cut off at either end. */
export const isWhole = ({ since, until }: Pick<Asked, 'since' | 'until'>): boolean =>
  since === undefined && until === undefined;

/** In how long spans the rows of a file are counted: finer where a window must be found, or where the file is cut. */
export const spanMsFor = (asked: Asked): number => {
  const window = Math.min(asked.threshold?.windowMs ?? hourMs, asked.spike?.windowMs ?? hourMs);
  const wanted = Math.min(window / 5, isWhole(asked) ? hourMs : 5 * minuteMs);
  return spanOf(window >= hourMs && isWhole(asked) ? hourMs : wanted);
};
