import type { FailuresAsked } from '../input/loginhistory/request.ts';
import type { FailuresGiven } from '../input/loginhistory/given.ts';
import { failuresOfOrg, openHistory } from '../look/loginhistory.ts';
import { followOrg } from '../loginhistory/look/follow.ts';
import { exitCodes, type Followed, type LoginFailures } from '../model/index.ts';
import { withoutSecrets } from '../recognition/secrets.ts';
import { failuresRedactor, followEnd, followIntro, followLine } from '../report/loginhistory/index.ts';
import type { Redactor } from '../report/index.ts';
import { mapStrings } from '../report/map-strings.ts';
import { interruptBy } from '../waiting/index.ts';
import type { Words } from '../words/index.ts';
import { zoneHere } from './for-people.ts';
import { exitCodeOfFailures } from './exit-codes.ts';
import { safeFailures } from './loginhistory.ts';

export type Following = {
  readonly started: number;
  readonly words: Words;
  /** Given when nobody reads any more what is printed. */
  readonly unread: AbortSignal;
  /** Given where pseudonyms are asked for. */
  readonly by: Redactor | undefined;
  readonly log: (line: string) => void;
  readonly show: (result: LoginFailures) => Promise<void>;
};

/** Of the terminal that the lines go to; undefined where they go elsewhere. */
const columns = (): number | undefined => (process.stdout.isTTY ? process.stdout.columns : undefined);

/** Shows what there is, then what comes, until Ctrl+C. What came counts for the exit code. */
export const followFailures = async (
  { request, intervalMs }: FailuresAsked,
  flags: FailuresGiven,
  { started, words, unread, by, log, show }: Following,
): Promise<{ readonly result: LoginFailures; readonly exitCode: number }> => {
  const json = flags['result-format'] === 'json';
  const zone = zoneHere();
  const history = await openHistory(request.targetOrg ?? '', request.apiVersion);
  const hidden = by === undefined ? undefined : failuresRedactor(by);
  const clean = (told: Followed): Followed => {
    const safe = mapStrings(told, withoutSecrets);
    return hidden === undefined ? safe : hidden.told(safe);
  };
  const look = async (now: number): Promise<LoginFailures> => {
    const safe = safeFailures(await failuresOfOrg(history, { ...request, now }, started));
    return hidden === undefined ? safe : hidden.failures(safe);
  };
  const interrupt = interruptBy(process);
  const signal = AbortSignal.any([interrupt.signal, unread]);
  let result: LoginFailures | undefined;
  try {
    const totals = await followOrg({
      history,
      request,
      intervalMs,
      signal,
      begun: async () => {
        result = await look(Date.now());
        if (json) log(JSON.stringify(result));
        else {
          await show(result);
          log(`\n${followIntro(intervalMs, words)}\n`);
        }
      },
      tell: (told) =>
        log(json ? JSON.stringify(clean(told)) : followLine(clean(told), { words, zone, columns: columns() })),
    });
    const first = result ?? (await look(request.now));
    if (!json) log(`\n${followEnd(totals, performance.now() - started, words)}`);
    return { result: first, exitCode: totals.exceeded ? exitCodes.causeFound : exitCodeOfFailures(first) };
  } finally {
    interrupt.release();
  }
};
