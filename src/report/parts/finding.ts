import type { CauseId, Diagnosis, Finding, FindingRemedy, FindingSign, Source } from '../../model/index.ts';
import { row, rows } from '../document.ts';
import type { Block, Cell, Row, Tone } from '../document.ts';
import type { Say } from '../say.ts';
import { dayOrTime, readable, readableAhead, utc } from '../time.ts';
import { acceptedLine } from './accepted.ts';
import { changeLine } from './change.ts';

/** Where it was read: one mention a place, with everything that was read there. */
export const sourcesLine = (sources: readonly Source[], say: Say): string =>
  [...Map.groupBy(sources, ({ place }) => place)]
    .map(([place, all]) => {
      const names = [...new Set(all.flatMap(({ name }) => (name === undefined ? [] : [name])))];
      return names.length === 0 ? say(`source.${place}`) : say(`source.${place}.named`, { name: names.join(', ') });
    })
    .join('; ');

const signRow = ({ kind, text, sources }: FindingSign, say: Say): Row => {
  const from = sourcesLine(sources, say);
  const sentence = kind === 'foretells' ? readableAhead(text) : readable(text);
  return row(say(`sign.${kind}`), from === '' ? sentence : `${sentence} (${from})`);
};

const weight: Readonly<Record<FindingSign['kind'], number>> = { proves: 0, foretells: 1, suggests: 2, 'rules-out': 3 };

/** When it will break, as people read it; undefined: it stands today, or nobody knows when. */
const whenOf = ({ on, season }: Pick<Finding, 'on' | 'season'>): string | undefined =>
  on === undefined ? season : dayOrTime(on);

/** The proofs first. Of what is still to come only what foretells it: that it does not stop the login today goes without saying. */
const signRows = (finding: Finding, say: Say): readonly Row[] =>
  finding.signs
    .filter(({ kind }) => whenOf(finding) === undefined || kind === 'foretells')
    .toSorted((a, b) => weight[a.kind] - weight[b.kind])
    .map((sign) => signRow(sign, say));

/** That the wording leaves it open: said once for all suspects, not again for each. */
const isOnlyWording = ({ clue, kind }: FindingSign): boolean => clue === 'said' && kind === 'suggests';

const copy = (text: string): Cell => ({ kind: 'copy', text });

/** A link, or a path of Setup where the org's host is not known. */
export const setupLink = (setup: string, say: Say): string =>
  setup.startsWith('/') ? say('setup.path', { path: setup }) : setup;

type Places = Readonly<Record<'command' | 'setup', string | undefined>>;

const places = ({ command, setup }: Places, say: Say): readonly Row[] => [
  ...(command === undefined ? [] : [row(say('label.command'), copy(command))]),
  ...(setup === undefined ? [] : [row(say('label.setup'), copy(setupLink(setup, say)))]),
];

const shortFix = ({ title, who, command, setup }: FindingRemedy, label: string, say: Say): readonly Row[] => [
  row(label, say('fix.short', { title, who: say(`actor.${who}`) })),
  ...places({ command, setup }, say),
];

const fullFix = (remedy: FindingRemedy, label: string, say: Say): readonly Row[] => {
  const { title, who, steps, command, setup, risk } = remedy;
  return [
    row(label, title),
    row(say('label.who'), say(`actor.${who}`)),
    ...(steps.length === 0 ? [] : [row(say('label.steps'), { kind: 'steps', items: steps })]),
    ...places({ command, setup }, say),
    ...(risk === undefined ? [] : [row(say('label.risk'), risk)]),
  ];
};

/** Not where it is the time of the change, which stands below it. */
const since = ({ since: at, change: did }: Finding, say: Say): readonly Row[] =>
  at === undefined || at === did?.at ? [] : [row(say('label.since'), utc(at))];

const change = ({ change: did, enforced }: Finding, diagnosis: Diagnosis, say: Say): readonly Row[] => {
  if (did !== undefined) return [row(say('label.change'), changeLine(did, diagnosis, say))];
  return enforced === undefined ? [] : [row(say('label.change'), readable(enforced.text))];
};

const began = ({ began: first }: Finding, diagnosis: Diagnosis, say: Say): readonly Row[] => {
  if (first === undefined) return [];
  const {
    row: { at, status },
    change: did,
  } = first;
  const line = say('began', { at: utc(at), status });
  return [row(say('label.began'), did === undefined ? line : `${line} ${changeLine(did, diagnosis, say)}`)];
};

const undone = ({ undone: entry }: Finding, diagnosis: Diagnosis, say: Say): readonly Row[] =>
  entry === undefined ? [] : [row(say('label.undone'), changeLine(entry, diagnosis, say))];

const verify = ({ verify: text }: Finding, say: Say): readonly Row[] =>
  text === undefined ? [] : [row(say('label.verify'), text)];

const tones: Readonly<Record<Finding['standing'], Tone>> = { confirmed: 'bad', suspected: 'unsure' };

type Named = Pick<Finding, 'standing' | 'title' | 'on' | 'season'> & Partial<Pick<Finding, 'role'>>;

/** The line that names a finding: how sure we are, the sentence, and the id. */
export const headlineOf = (
  { standing, title, id, role, ...when }: Named & { readonly id: CauseId },
  say: Say,
  number?: number,
): Block => {
  const at = whenOf(when);
  const said =
    at === undefined
      ? say(`headline.${role === 'later' ? 'undated' : standing}`, { title })
      : say(`headline.${standing}.on`, { at, title });
  return {
    kind: 'headline',
    text: number === undefined ? said : `${number}. ${said}`,
    tone: at === undefined && role !== 'later' ? tones[standing] : 'unsure',
    note: id,
  };
};

const headline = ({ cause, ...finding }: Finding, say: Say, number?: number): Block =>
  headlineOf({ ...finding, id: cause }, say, number);

/** A finding at full length: what it means, every sign, the change that did it, every fix with its steps, how to verify. */
export const wholeFinding = (finding: Finding, diagnosis: Diagnosis, say: Say): readonly Block[] => [
  headline(finding, say),
  { kind: 'text', text: finding.meaning, tone: 'plain' },
  ...rows([
    ...signRows(finding, say),
    ...since(finding, say),
    ...change(finding, diagnosis, say),
    ...began(finding, diagnosis, say),
  ]),
  ...finding.remedies.flatMap((remedy, index) =>
    rows(fullFix(remedy, say(index === 0 ? 'label.fix' : 'label.or'), say)),
  ),
  ...rows(verify(finding, say)),
];

/** A finding in one line: the sentence, the id, and the first thing that cures it. */
export const findingLine = ({ title, cause, remedies: [first] }: Finding, say: Say): string =>
  first === undefined
    ? say('finding.line', { title, id: cause })
    : say('finding.line.fix', { title, id: cause, fix: first.title, who: say(`actor.${first.who}`) });

/** A finding in a few lines: its signs beyond the wording, and, for each fix, its title and where to do it. */
export const shortFinding = (finding: Finding, diagnosis: Diagnosis, say: Say, number?: number): readonly Block[] => [
  headline(finding, say, number),
  ...acceptedLine(finding, say).map((line) => ({ kind: 'text' as const, text: line, tone: 'quiet' as const })),
  ...rows([
    ...signRows({ ...finding, signs: finding.signs.filter((sign) => !isOnlyWording(sign)) }, say),
    ...change(finding, diagnosis, say),
    ...undone(finding, diagnosis, say),
    ...finding.remedies.flatMap((remedy, index) => shortFix(remedy, say(index === 0 ? 'label.fix' : 'label.or'), say)),
  ]),
];
