import { isTlsTrouble } from '../clues/network.ts';
import { defined, minuteMs } from '../model/index.ts';
import type { AnswerClass, Pointer, Refusal, WaitReason } from '../model/index.ts';
import type { Heard } from './heard.ts';
import { readingOfCause, readingOfPhrase, readingOfStatus, type PhraseReading } from './phrases.ts';

/** What an answer means to someone who waits. `Pointer`: the causes that it points at. */
export type Reading = Pointer & {
  readonly class: AnswerClass;
  readonly reason: WaitReason;
  /** Where time may cure it, but not for ever: how long it is taken for that, in ms, while nothing else is heard. */
  readonly boundMs?: number;
};

/** "A few minutes", usually said to be two to ten: Salesforce's own time for a new or changed app to spread. */
const spreadMs = 10 * minuteMs;

/**
 * The name of a new org takes "a few minutes" to resolve; the CLI waits four for it.
 * Source: developer.salesforce.com/docs/atlas.en-us.232.0.sfdx_dev.meta/sfdx_dev/sfdx_dev_troubleshoot_domainretry.htm
 */
const newNameMs = 4 * minuteMs;

const unclear: PhraseReading = { class: 'unknown', reason: 'not-understood' };

/** The allowance of the day is used up: no waiting of minutes brings it back. */
const isDayLimit = ({ description, text }: Refusal): boolean => /\btotalrequests limit/iu.test(description ?? text);

const phraseReading = (refusal: Refusal): PhraseReading => {
  const { phrase, decides, status } = refusal;
  const known = phrase === undefined ? undefined : readingOfPhrase.get(phrase);
  if (known !== undefined) return known;
  if (decides === 'rate-limited' && isDayLimit(refusal)) return { class: 'fatal', reason: 'needs-a-person' };
  if (decides !== undefined) return readingOfCause(decides);
  return (status === undefined ? undefined : readingOfStatus(status)) ?? unclear;
};

const ofRefusal = (refusal: Refusal): Reading => {
  const { bounded, ...reading } = phraseReading(refusal);
  return {
    ...reading,
    ...(bounded === true ? { boundMs: spreadMs } : {}),
    ...defined({ decides: refusal.decides }),
    suspects: refusal.suspects,
  };
};

/** No host is called so: mistyped, unless it is the name of a new org. */
const nameUnknown = 'ENOTFOUND';

/** A host that is not there may come; one that we cannot trust, because of a proxy's certificate, does not change by itself. */
const ofSilence = (trouble: string): Reading => {
  if (isTlsTrouble(trouble))
    return { class: 'fatal', reason: 'not-trusted', decides: 'tls-or-certificate', suspects: [] };
  return trouble === nameUnknown
    ? {
        class: 'transient',
        reason: 'host-unknown',
        boundMs: newNameMs,
        suspects: ['wrong-endpoint', 'network-or-proxy'],
      }
    : { class: 'transient', reason: 'host-silent', suspects: ['network-or-proxy'] };
};

/** What an answer of the login host means to someone who waits for it to be another one. Pure, never throws. */
export const classify = (heard: Heard): Reading => {
  switch (heard.state) {
    case 'good':
      return { class: 'good', reason: heard.as, suspects: [] };
    case 'refused':
      return ofRefusal(heard.refusal);
    case 'cut':
      return { class: 'transient', reason: 'answer-cut', suspects: [] };
    case 'silent':
      return ofSilence(heard.trouble);
    case 'not-sent':
      return { class: 'fatal', reason: 'nothing-to-send', decides: 'jwt-key-file-unreadable', suspects: [] };
  }
};
