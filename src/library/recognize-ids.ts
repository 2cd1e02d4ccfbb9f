import { defined } from '../model/index.ts';
import type { Flow, Recognition, RecognizedCause } from '../model/index.ts';
import { rankCauses, recognizeRefusals } from '../recognition/index.ts';
import { adviceFor, passes, whoActs } from './advice.ts';
import { causeOf } from './cause-of.ts';
import { textOf } from './text-of.ts';

export type RecognizeOptions = {
  /** The flow of the login, where it is known: it makes some causes likelier than others. */
  readonly flow?: Flow;
};

/** A cause by its id, without words. */
export type RecognizedId = Omit<RecognizedCause, 'title'>;

/** What a text says, without words. */
export type RecognitionIds = Omit<Recognition, 'causes'> & { readonly causes: readonly RecognizedId[] };

/**
 * What a text, or an error that a client threw, says about why a login was refused. Any text: a JSON body, a log, a stack trace,
 * an HTML page. Synchronous, linear, and never throws. Says nothing where nothing is recognised: then `causes` is empty.
 */
export const recognize = (textOrError: unknown, { flow }: RecognizeOptions = {}): RecognitionIds => {
  const refusals = recognizeRefusals(textOf(textOrError), defined({ flow }));
  const causes = rankCauses(refusals).flatMap(({ cause: id, standing }): RecognizedId[] => {
    const cause = causeOf(id);
    return cause === undefined
      ? []
      : [{ id, standing, gate: cause.gate, transient: passes(cause), who: whoActs(cause) }];
  });
  const [first] = causes;
  return { refusals, causes, advice: adviceFor(first === undefined ? undefined : causeOf(first.id)) };
};

/** Whether the same call can succeed later without anyone changing anything: a limit, maintenance, a network. Never throws. */
export const isTransient = (textOrError: unknown, options?: RecognizeOptions): boolean =>
  recognize(textOrError, options).advice === 'retry';
