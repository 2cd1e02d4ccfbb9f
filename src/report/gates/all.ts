import type { AllAppsCheck, ListedAppCheck } from '../../model/index.ts';
import type { Words } from '../../words/index.ts';
import { row, rows, section, text } from '../document.ts';
import type { Document, TableRow, Tone } from '../document.ts';
import { allPrintable } from '../printable.ts';
import { sayFrom, type Say } from '../say.ts';
import { readable, took, utc } from '../time.ts';

const tones: Readonly<Record<ListedAppCheck['outcome'], Tone>> = {
  closed: 'bad',
  later: 'unsure',
  note: 'unsure',
  'not-seen': 'quiet',
  open: 'good',
};

const riskiest = ({ riskiest: gate }: ListedAppCheck, titles: (gate: string) => string, say: Say): string => {
  if (gate === undefined) return say('screen.all.nothing');
  const line = say('screen.note', { gate: titles(gate.gate), text: readable(gate.text) });
  return gate.on === undefined ? line : say('screen.later', { at: utc(gate.on), text: line });
};

const kindOf = ({ app: { kind, origin } }: ListedAppCheck, say: Say): string =>
  kind === undefined
    ? say('screen.short.authorised')
    : say(`screen.short.${kind}.${origin === 'packaged' ? 'packaged' : 'own'}`);

const rowOf = (one: ListedAppCheck, titles: (gate: string) => string, say: Say): TableRow => ({
  cells: [
    say(`screen.risk.${one.outcome}`),
    one.app.name ?? '',
    kindOf(one, say),
    one.tokens === undefined ? '?' : String(one.tokens.total),
    riskiest(one, titles, say),
  ],
  tone: tones[one.outcome],
});

const table = ({ apps }: AllAppsCheck, say: Say): Document => {
  const titles = (gate: string): string => say(`gate.${gate}`);
  const columns = [
    { label: say('screen.column.state') },
    { label: say('screen.column.app'), most: 22 },
    { label: say('screen.column.kind') },
    { label: say('screen.column.tokens') },
    { label: say('screen.column.riskiest') },
  ];
  return section(say('screen.title.all'), [
    { kind: 'table', columns, rows: apps.map((one) => rowOf(one, titles, say)) },
    text(say('screen.all.legend'), 'quiet'),
  ]);
};

const tokens = ({ tokens: { total, neverUsed, neverApproved, cut } }: AllAppsCheck, say: Say): Document => {
  if (total === undefined) return [];
  const counts = { total, neverUsed: neverUsed ?? 0, neverApproved: neverApproved ?? 0 };
  return section(say('screen.title.tokens'), [
    text(say('screen.tokens', counts)),
    ...(cut === undefined ? [] : [text(say('screen.tokens.cut', { read: cut.read, of: cut.of }), 'unsure')]),
  ]);
};

const summary = ({ apps }: AllAppsCheck, say: Say): Document => {
  const count = (outcome: ListedAppCheck['outcome']): number => apps.filter((one) => one.outcome === outcome).length;
  const [closed, later, note] = [count('closed'), count('later'), count('note')];
  const tone: Tone = closed > 0 ? 'bad' : later > 0 ? 'unsure' : 'good';
  return [
    { blocks: [{ kind: 'headline', text: say('screen.all', { apps: apps.length, closed, later, note }), tone }] },
  ];
};

/** Every app of the org in one table, the riskiest gate first. */
export const composeAllApps = (check: AllAppsCheck, words: Words): Document => {
  const clean = allPrintable(check);
  const [say, doctorSay] = [sayFrom(words, 'gates'), sayFrom(words)];
  const { targetOrg, cost, blindSpots } = clean;
  return [
    {
      blocks: rows(
        targetOrg === undefined
          ? []
          : [
              row(
                doctorSay('label.target-org'),
                doctorSay('looked-in', {
                  url: targetOrg.instanceUrl,
                  orgId: targetOrg.orgId,
                  username: targetOrg.username,
                }),
              ),
            ],
      ),
    },
    ...summary(clean, say),
    ...table(clean, say),
    ...tokens(clean, say),
    ...(blindSpots.length === 0
      ? []
      : section(say('screen.title.blind-spots'), [{ kind: 'list', items: blindSpots.map((spot) => spot.text) }])),
    {
      blocks: [
        text(
          [
            doctorSay.count('closing.round-trips', cost.orgRoundTrips),
            doctorSay.count('closing.requests', cost.requests),
            took(cost.milliseconds),
          ].join(' · '),
          'quiet',
        ),
      ],
    },
  ].filter(({ blocks }) => blocks.length > 0);
};
