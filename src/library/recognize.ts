import { defined } from '../model/index.ts';
import type { CauseId, Flow, Recognition, RecognizedCause } from '../model/index.ts';
import { rankCauses, recognizeRefusals } from '../recognition/index.ts';
import type { RankedCause } from '../recognition/index.ts';
import { adviceFor, passes, whoActs } from './advice.ts';
import { causeOf, words } from './catalogue.ts';
import { textOf } from './text-of.ts';

export type RecognizeOptions = {
  /** The flow of the login, where it is known: it makes some causes likelier than others. */
  readonly flow?: Flow;
};

/** Where the package was bundled without its `messages/`, the id has to do. */
const titleOf = (id: CauseId): string => {
  try {
    return words.text(`cause.${id}`, 'title');
  } catch {
    return id;
  }
};

const described = ({ cause: id, standing }: RankedCause): RecognizedCause[] => {
  const cause = causeOf(id);
  if (cause === undefined) return [];
  return [{ id, standing, gate: cause.gate, title: titleOf(id), transient: passes(cause), who: whoActs(cause) }];
};

/**
 * What a text, or an error that a client threw, says about why a login was refused. Any text: a JSON body, a log, a stack trace,
 * an HTML page. Synchronous, linear, and never throws. Says nothing where nothing is recognised: then `causes` is empty.
 */
export const recognize = (textOrError: unknown, { flow }: RecognizeOptions = {}): Recognition => {
  const refusals = recognizeRefusals(textOf(textOrError), defined({ flow }));
  const causes = rankCauses(refusals).flatMap(described);
  const [first] = causes;
  return { refusals, causes, advice: adviceFor(first === undefined ? undefined : causeOf(first.id)) };
};

/** Whether the same call can succeed later without anyone changing anything: a limit, maintenance, a network. Never throws. */
export const isTransient = (textOrError: unknown, options?: RecognizeOptions): boolean =>
  recognize(textOrError, options).advice === 'retry';
