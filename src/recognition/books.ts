import { clientCode } from './phrase-book/client-code.ts';
import { clientPrograms } from './phrase-book/client-programs.ts';
import { everyday } from './phrase-book/everyday.ts';
import { frames } from './phrase-book/frames.ts';
import { hintWordings } from './phrase-book/hints.ts';
import { phraseBook } from './phrase-book/index.ts';
import { paraphrases } from './phrase-book/paraphrases.ts';
import { providers } from './phrase-book/providers.ts';
import { latinWordings, scriptWordings } from './phrase-book/wordings.ts';
import { once } from './reading/once.ts';
import { eventLogRows } from './status-book/event-log.ts';
import { historyRows } from './status-book/history.ts';
import { commonStatuses } from './status-book/phrases.ts';

/** All that is looked up in a text: plain data. A build puts one JSON text in the place of it, which is read when it is first asked for. */
export const books = once(() => ({
  phrases: phraseBook,
  everyday,
  frames,
  hints: hintWordings,
  providers,
  paraphrases,
  clients: [...clientPrograms, ...clientCode],
  latinWordings: latinWordings(),
  scriptWordings: scriptWordings(),
  history: historyRows,
  eventLog: eventLogRows,
  commonStatuses,
}));
