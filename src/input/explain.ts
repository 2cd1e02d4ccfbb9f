import { Flags } from '@oclif/core';
import { flows, type Flow } from '../model/index.ts';
import { readingFormats, type ReadingFormat } from '../output/formats.ts';
import { wordedBy, type Words } from './worded.ts';

const worded = wordedBy(new Set());

export const explainFlags = (words: Words) => ({
  list: Flags.boolean({ ...worded(words, 'list'), char: 'l' }),
  'result-format': Flags.custom<ReadingFormat>({
    ...worded(words, 'result-format'),
    options: readingFormats,
    default: 'human',
  })(),
  'output-file': Flags.string(worded(words, 'output-file')),
  flow: Flags.custom<Flow>({ ...worded(words, 'flow'), options: flows })(),
  details: Flags.boolean(worded(words, 'details')),
  redact: Flags.boolean(worded(words, 'redact')),
});
