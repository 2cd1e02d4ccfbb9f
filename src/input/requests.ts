import { Flags } from '@oclif/core';
import { loadWords } from '../words/index.ts';
import { related } from './relations.ts';

type Placed = {
  readonly helpGroup: string;
  /** Flags that ask nobody, or keep what was heard. */
  readonly notWith: readonly string[];
};

/** Says what would be sent instead of sending it. */
export const requestsFlag = ({ helpGroup, notWith }: Placed) => {
  const words = loadWords();
  return Flags.boolean({
    ...related({ summary: words.text('requests', 'flag.summary') }, { notWith }),
    description: words.text('requests', 'flag.description'),
    helpGroup,
  });
};
