import { Lifecycle } from '@salesforce/core/lifecycle';
import type { Trouble } from '../model/index.ts';
import type { Words } from '../words/index.ts';

/** A trouble that does not end the work: its sentence, and what to do. */
export const sentences = ({ key, values }: Trouble, words: Words): string =>
  [words.text('trouble', key, values), ...words.list('trouble', `${key}.actions`, values)].join(' ');

/** Says at the end, beside the report, what went wrong on the way. */
export const warn = (text: string): Promise<void> => Lifecycle.getInstance().emitWarning(text);
