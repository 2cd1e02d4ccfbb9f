import { Flags } from '@oclif/core';
import { loadWords } from '../words/index.ts';

/** More would overflow Node's timers. */
const longestSeconds = 86_400;

/** One clock for the whole run, whatever it asks and whomever. */
export const timeoutFlag = ({ helpGroup, seconds }: { readonly helpGroup: string; readonly seconds: number }) =>
  Flags.integer({
    summary: loadWords().text('shell', 'flags.timeout.summary'),
    helpGroup,
    min: 1,
    max: longestSeconds,
    default: seconds,
  });
