import type { CauseId, Recognition } from '../model/index.ts';
import { words } from './catalogue.ts';
import { recognize as recognizeIds, type RecognizeOptions } from './recognize-ids.ts';

/** Where the package was bundled without its `messages/`, the id has to do. */
const titleOf = (id: CauseId): string => {
  try {
    return words.text(`cause.${id}`, 'title');
  } catch {
    return id;
  }
};

/** What a text, or an error that a client threw, says about why a login was refused, with a sentence for each cause. Never throws. */
export const recognize = (textOrError: unknown, options: RecognizeOptions = {}): Recognition => {
  const recognized = recognizeIds(textOrError, options);
  return { ...recognized, causes: recognized.causes.map((cause) => ({ ...cause, title: titleOf(cause.id) })) };
};
