import type { ReplayRow, Selftest, TestAnswer, TestRow, TestVerdict } from '../../model/index.ts';
import type { Words } from '../../words/index.ts';
import { section, text, type Block, type Document, type TableRow, type Tone } from '../document.ts';
import { allPrintable } from '../printable.ts';
import { listed, sayFrom, type Say } from '../say.ts';
import { columns, rightsTable } from './rights.ts';

const tones = { holds: 'good', differs: 'bad', 'not-seen': 'unsure' } as const satisfies Record<TestVerdict, Tone>;

/** `tooling PasswordPolicies: LockoutInterval, MaxLoginAttempts` */
const questionText = ({ api, object, believed }: TestRow): string => {
  const what = api === 'data' ? object : `${api} ${object}`;
  return believed.length === 0 ? what : `${what}: ${believed.join(', ')}`;
};

const came = ({ status, code, columns: got, rows }: TestAnswer, { believed }: TestRow, say: Say): string => {
  const told = code ?? String(status ?? '');
  if (code !== undefined || rows === undefined) return say('answer.bare', { code: told });
  return say('answer', { code: told, columns: got.length, believed: believed.length, rows });
};

const leans = ({ commands, causes }: TestRow, say: Say): string =>
  causes.length === 0
    ? say('leans.commands', { commands: listed(commands) })
    : say('leans', { commands: listed(commands), causes: causes.join(', ') });

const verdictText = ({ verdict, reason }: TestRow, say: Say): string =>
  reason === undefined ? say(`verdict.${verdict}`) : `${say(`verdict.${verdict}`)}: ${say(`reason.${reason}`)}`;

const tested = (row: TestRow, say: Say): TableRow => ({
  cells: [
    questionText(row),
    `${say(`way.${row.product.way}`)}: ${came(row.product, row, say)}`,
    came(row.plain, row, say),
    row.verdict === 'differs' ? `${verdictText(row, say)}. ${leans(row, say)}` : verdictText(row, say),
  ],
  tone: tones[row.verdict],
});

const testTable = (rows: readonly TestRow[], say: Say): readonly Block[] =>
  rows.length === 0
    ? []
    : [
        {
          kind: 'table',
          columns: columns(say, 'question', 'came', 'plain', 'verdict'),
          rows: rows.map((row) => tested(row, say)),
        },
      ];

const replayText = ({ verdict, by, causes }: ReplayRow, say: Say): string => {
  const told = say(by === undefined || verdict !== 'agrees' ? `replay.${verdict}` : `replay.agrees.${by}`);
  return causes.length === 0 ? told : say('replay.causes', { verdict: told, causes: causes.join(', ') });
};

const replayTones = { agrees: 'good', contradicts: 'bad', untold: 'unsure' } as const;

const replayBlocks = ({ replay: { rows, logins, leftOut } }: Selftest, say: Say): readonly Block[] => {
  if (logins === 0) return [text(say('replay.none'))];
  const count = (verdict: ReplayRow['verdict']): number =>
    rows.filter((row) => row.verdict === verdict).reduce((sum, row) => sum + row.logins, 0);
  const counts = { agrees: count('agrees'), contradicts: count('contradicts'), untold: count('untold') };
  const table = rows.map((row): TableRow => ({
    cells: [say('replay.who', { user: row.user, app: row.app }), row.status, String(row.logins), replayText(row, say)],
    tone: replayTones[row.verdict],
  }));
  return [
    text(say('replay.counts', { logins, left: leftOut, ...counts })),
    ...(table.length === 0
      ? []
      : [{ kind: 'table' as const, columns: columns(say, 'who', 'status', 'logins', 'verdict'), rows: table }]),
  ];
};

const outcomeTones = { holds: 'good', differs: 'bad', inconclusive: 'unsure' } as const;

/** What differs comes first, then what was not seen; every question only where that is asked for. */
export const composeSelftest = (
  given: Selftest,
  words: Words,
  { details }: { readonly details: boolean },
): Document => {
  const result = allPrintable(given);
  const say = sayFrom(words, 'selftest');
  const { rows, outcome, cost, apiVersion } = result;
  const of = (verdict: TestVerdict): readonly TestRow[] => rows.filter((row) => row.verdict === verdict);
  const counts = {
    questions: rows.length,
    requests: cost.requests,
    holds: of('holds').length,
    differs: of('differs').length,
    unseen: of('not-seen').length,
    version: apiVersion,
  };
  return [
    {
      blocks: [
        { kind: 'headline', text: say(`outcome.${outcome}`), tone: outcomeTones[outcome] },
        text(say('no-names')),
        text(say('counts', counts)),
      ],
    },
    ...section(say('section.differs'), testTable(of('differs'), say)),
    ...section(say('section.replay'), replayBlocks(result, say)),
    ...section(say('section.rights'), rightsTable(rows, say)),
    ...section(say('section.unseen'), testTable(of('not-seen'), say)),
    ...(details ? section(say('section.all'), testTable(rows, say)) : []),
  ];
};
