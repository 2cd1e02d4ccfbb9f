import { Flags } from '@oclif/core';
import { statusFormats, type StatusFormat } from '../../output/warehouse.ts';
import { wordedBy, type Words } from '../worded.ts';

const worded = wordedBy(new Set());

export const statusesFlags = (words: Words) => ({
  'result-format': Flags.custom<StatusFormat>({
    ...worded(words, 'result-format'),
    options: statusFormats,
    default: 'csv',
  })(),
  'output-file': Flags.string(worded(words, 'output-file')),
});
