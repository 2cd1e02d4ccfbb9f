import { Trouble, unknown, type Fact, type Unknown } from '../../model/index.ts';
import type { OrgAnswer, OrgRequest } from '../org-wire.ts';
import { keyOf, nothing, type Answers } from '../waves.ts';
import { unlessCutOff } from './cut-off.ts';
import type { AskableOrg, AskedOfOrg, FindingName, Findings, Question, Context } from './question.ts';
import { questions } from './questions.ts';
import { learntFrom } from './learnt.ts';

/** Sequential round trips that a diagnosis may cost. */
const mostRoundTrips = 3;

/** What a person must decide (which app was meant) ends the work; anything else that a reading trips over is one fact less. */
const readingOf = <T>(name: FindingName, read: () => T): T | Unknown => {
  try {
    return read();
  } catch (error) {
    if (error instanceof Trouble) throw error;
    return unknown('refused', undefined, { place: 'org', name });
  }
};

/** The course of the questions: what was answered, what is settled, what is still to be sent. */
export const course = (org: AskableOrg, asked: AskedOfOrg) => {
  const settled = new Map<FindingName, Fact<unknown>>();
  const cache = new Map<string, OrgAnswer>();

  let left = mostRoundTrips;

  const answers: Context['answers'] = (requests) => {
    const found = requests.flatMap((request) => cache.get(keyOf(request)) ?? []);
    return found.length === requests.length ? found : undefined;
  };

  const first: Context = {
    asked,
    org,
    answers,
    isLast: () => left <= 1,
    fact: <N extends FindingName>(name: N) =>
      (settled.get(name) as Fact<Findings[N]> | undefined) ?? unknown('depends-on-unknown'),
  };
  let learnt: AskedOfOrg | undefined;
  const seen: Context = {
    ...first,
    get asked() {
      learnt ??= learntFrom(first);
      return learnt ?? asked;
    },
  };

  /** Settles the finding if that can be done; else gives what must be sent for it. */
  const advance = (name: FindingName): readonly OrgRequest[] => {
    const question: Question<unknown> = questions[name];
    if (question.after.some((other) => !settled.has(other))) return [];
    const turn = readingOf(name, () => question.ask(seen));
    if (turn === 'wait') return [];
    if ('state' in turn) {
      settled.set(name, turn);
      return [];
    }
    const { send: needed, also = [] } = turn;
    asked.watch?.(name, [...needed, ...also]);
    const [got, more] = [answers(needed), answers(also)];
    if (got === undefined || (more === undefined && left > 0))
      return [...needed, ...also].filter((request) => !cache.has(keyOf(request)));
    const all = [...got, ...(more ?? also.map(() => nothing))];
    settled.set(
      name,
      unlessCutOff(
        name,
        readingOf(name, () => question.read(all, seen)),
        all,
      ),
    );
    return [];
  };

  /** Settles all that can be settled with what was answered; gives what to send next, each request once. */
  const settle = (names: readonly FindingName[]): readonly OrgRequest[] => {
    const open = names.filter((name) => !settled.has(name));
    const pending = new Map(open.flatMap(advance).map((request) => [keyOf(request), request]));
    const left = open.filter((name) => !settled.has(name));
    return left.length === open.length ? [...pending.values()] : settle(left);
  };

  const take = (requests: readonly OrgRequest[], { answers: got, roundTrips }: Answers): void => {
    left -= roundTrips;
    for (const [index, request] of requests.entries()) cache.set(keyOf(request), got[index] ?? nothing);
  };

  return { seen, settle, take, left: () => left };
};
