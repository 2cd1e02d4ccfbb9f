import escapeStringRegexp from 'escape-string-regexp';
import type { Change, Diagnosis } from '../../model/index.ts';
import { mapStrings } from '../map-strings.ts';
import { identities } from './identities.ts';
import type { Identity } from './identities.ts';
import { namer } from './namer.ts';
import { hiders } from './patterns.ts';

/** Members that hold words of our own: an app that is called `jwt` must not change them. */
const ours: ReadonlySet<string> = new Set([
  'about',
  'action',
  'cause',
  'causes',
  'channel',
  'clue',
  'decides',
  'effect',
  'fact',
  'facts',
  'flow',
  'gate',
  'kind',
  'origin',
  'outcome',
  'phrase',
  'place',
  'provider',
  'role',
  'ruledOut',
  'standing',
  'suspects',
  'who',
  'why',
]);

const wholeWord = ({ name, exact }: Identity): RegExp =>
  new RegExp(String.raw`(?<![\w-])${escapeStringRegexp(name)}(?![\w-])`, exact === true ? 'gu' : 'giu');

/** The sentence of an audit entry names people and things in free text: only the kind of the entry is left. */
const blunt = (change: Change): Change => ({ ...change, display: change.action });

const bluntChanges = (diagnosis: Diagnosis): Diagnosis => ({
  ...diagnosis,
  changes: diagnosis.changes.map(blunt),
  findings: diagnosis.findings.map((finding) => ({
    ...finding,
    ...(finding.change === undefined ? {} : { change: blunt(finding.change) }),
    ...(finding.undone === undefined ? {} : { undone: blunt(finding.undone) }),
  })),
});

/**
 * The diagnosis with a pseudonym, stable within it, for every user, org, host, address, app, key and id: `user-1`, `org-1` ...
 * What is everyone's stays (login.salesforce.com, loopback). Pure: works on the data, before any renderer.
 */
export const pseudonymised = (diagnosis: Diagnosis): Diagnosis =>
  hideNames(bluntChanges(diagnosis), identities(diagnosis));

/** As `pseudonymised`, for any data: `who` is named in it by place, `more` are further members that hold words of our own. */
export const hideNames = <T>(data: T, who: readonly Identity[], more: readonly string[] = []): T => {
  const name = namer();
  const known = who.map((one) => ({ ...one, pseudonym: name(one.kind, one.as ?? one.name) }));
  // Longest first: a name that stands inside another one must not break it.
  const replacements = known
    .toSorted((a, b) => b.name.length - a.name.length)
    .map((one) => ({ pattern: wholeWord(one), pseudonym: one.pseudonym }));
  const hide = (text: string): string =>
    hiders.reduce(
      (left, hider) => hider(left, name),
      replacements.reduce((left, { pattern, pseudonym }) => left.replaceAll(pattern, pseudonym), text),
    );
  return mapStrings(data, hide, new Set([...ours, ...more]));
};
