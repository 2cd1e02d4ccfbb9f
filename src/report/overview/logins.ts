import { isTriable } from '../../model/index.ts';
import type { LoginHere, LoginsHere, LoginState } from '../../model/index.ts';
import { briefFor } from '../brief/brief.ts';
import type { Brief, BriefPage } from '../brief/brief.ts';
import { commandLine } from '../brief/command-line.ts';
import { fit } from '../brief/fit.ts';
import type { Group } from '../brief/fit.ts';
import { copiedAfter, part, plain, sentence } from '../brief/part.ts';
import { verdict } from '../brief/verdict.ts';
import type { Tone } from '../document.ts';
import { allPrintable } from '../printable.ts';

const marks: Readonly<Record<LoginState, { readonly mark: string; readonly tone: Tone }>> = {
  works: { mark: '✔', tone: 'good' },
  fails: { mark: '✖', tone: 'bad' },
  transient: { mark: '!', tone: 'unsure' },
  'no-answer': { mark: '?', tone: 'unsure' },
  'not-tried': { mark: '?', tone: 'unsure' },
  unsure: { mark: '?', tone: 'unsure' },
};

/** What must be done about comes first. */
const order: readonly LoginState[] = ['fails', 'transient', 'no-answer', 'unsure', 'not-tried', 'works'];

export const byNeed = (logins: readonly LoginHere[]): readonly LoginHere[] =>
  logins.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state));

/** What is known of a login, in a sentence: the cause and who must act, or that it works. */
export const stateOf = ({ state, login, diagnosis }: LoginHere, { say, also }: Pick<Brief, 'say' | 'also'>): string => {
  const [root] = diagnosis.findings.filter(({ role }) => role !== 'later');
  const who = root?.remedies[0]?.who;
  if (root === undefined) return say(`logins.state.${state}`, { kind: say(`logins.kind.${login.kind}`) });
  const line = say(`logins.cause.${state === 'fails' || state === 'transient' ? 'found' : 'open'}`, {
    title: root.title.replace(/[.]$/u, ''),
    id: root.cause,
  });
  return who === undefined ? line : `${line} ${say('logins.who', { who: also(`actor.${who}`) })}`;
};

/** What of it ends next, and when. */
const endOf = ({ diagnosis }: LoginHere, { say }: Pick<Brief, 'say'>): string => {
  const [next] = diagnosis.findings
    .flatMap(({ on, title }) => (on === undefined ? [] : [{ on, title }]))
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));
  return next === undefined ? '' : ` ${say('logins.ends', { day: next.on.slice(0, 10), title: next.title })}`;
};

export const nameOf = ({ login: { alias, username } }: LoginHere): string =>
  alias === undefined ? username : `${alias} (${username})`;

/** Where there are many, the last ones go first; the page and the data have all. */
const line = (one: LoginHere, index: number, brief: Brief): Group => {
  const { mark, tone } = marks[one.state];
  const text = `${nameOf(one)}: ${stateOf(one, brief)}${endOf(one, brief)}`;
  return part(
    index,
    sentence(mark, text, brief.width).map((told) => ({ ...told, tone })),
  );
};

/** The logins of this machine side by side, what must be done about first, and how to look into one. */
export const composeLogins = (given: LoginsHere, page: BriefPage): readonly Group[] => {
  const { logins, outcome } = allPrintable(given);
  const brief = briefFor(page);
  const { say, width, exit } = brief;
  const sorted = byNeed(logins);
  const [first] = sorted;
  const count = (...states: readonly LoginState[]): number =>
    logins.filter(({ state }) => states.includes(state)).length;
  const counts = {
    works: count('works'),
    fails: count('fails', 'transient'),
    open: count('no-answer', 'not-tried', 'unsure'),
  };
  const { mark, tone } = outcome === 'healthy' ? marks.works : counts.fails > 0 ? marks.fails : marks.unsure;
  const name = first?.login.alias ?? first?.login.username;
  const untried = logins.some(
    ({ state, login, diagnosis }) => state !== 'works' && diagnosis.attempt === undefined && isTriable(login),
  );
  return fit([
    part(0, verdict({ mark, tone, text: say.count('logins', logins.length, counts) }, width)),
    sorted.flatMap((one, index) => line(one, index, brief)),
    [
      ...(name === undefined
        ? []
        : part(0, copiedAfter(say('label.next'), commandLine('sf auth doctor', [['--login', name]])))),
      ...(untried ? part(1, plain(say('logins.try'), width, 'quiet')) : []),
    ],
    part(0, plain(say('exit', exit), width, 'quiet')),
  ]);
};
