import { withoutSecrets } from '../recognition/secrets.ts';
import { mapStrings, plain, plainButColours, withoutCommands } from '../report/index.ts';

/**
 * The one layer that everything goes through at the very end, reports, messages, warnings and errors alike: nothing that a terminal obeys but
 * our own colours, nothing unseen, never a secret.
 */
export const outgoing = (text: string): string => withoutSecrets(plainButColours(text));

/** The same for a file, which has no colours. */
export const outgoingPlain = (text: string): string => withoutSecrets(plain(text));

/** The same for data, which is printed as JSON. */
export const outgoingData = <T>(data: T): T => mapStrings(data, (text) => withoutCommands(outgoingPlain(text)));

/** The same for a sentence that is no report: a report may be made for a pipeline that is to obey it. */
export const outgoingSentence = (text: string): string => withoutCommands(outgoing(text));
