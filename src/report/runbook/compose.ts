import type { Runbook, RunbookError, Runbooks } from '../../model/index.ts';
import { gateOrder, listedScopes } from '../../model/index.ts';
import type { Words } from '../../words/index.ts';
import { row, rows, section, text, type Block, type Document, type Row } from '../document.ts';
import { gatesTable } from '../gates/table.ts';
import { allPrintable } from '../printable.ts';
import { readable, utc } from '../time.ts';
import { nameOf, orgOf, speechOf, standing, toRun, type Speech } from './first.ts';

const copied = (label: string, command: string): Row => row(label, { kind: 'copy', text: command });

/** How it stands now; then what to run, and what not to do. */
const first = (one: Runbook, org: string | undefined, speech: Speech): Document => {
  const { say } = speech;
  return section(say('title.first'), [
    ...standing(one, speech).map((block): Block => (block.kind === 'headline' ? text(block.text, 'strong') : block)),
    ...rows(toRun(one, org, say).map(({ label, command }) => copied(label, command))),
    { kind: 'list', items: [say('dont.password'), say('dont.retry'), say('dont.undo')] },
  ]);
};

const maybe = (label: string, value: string | undefined): readonly Row[] =>
  value === undefined || value === '' ? [] : [row(label, value)];

const what = ({ integration, walk }: Runbook, { say, report, gates }: Speech): Document => {
  const { app, username, userName, userEmail, profile, flow, loginUrl, scopes, callbackUrls, addresses, lastSuccess } =
    integration;
  return section(say('title.what'), [
    ...rows([
      ...maybe(report('label.app'), app),
      ...maybe(say('label.kind'), walk.app.kind === undefined ? undefined : gates(`screen.kind.${walk.app.kind}`)),
      ...maybe(say('label.key'), walk.app.consumerKey),
      ...maybe(report('label.user'), [username, userName].filter((one) => one !== undefined).join(', ')),
      ...maybe(say('label.profile'), profile),
      ...maybe(report('label.flow'), flow === undefined ? undefined : report(`flow.${flow}`)),
      ...maybe(report('label.login-url'), loginUrl),
      ...maybe(say('label.scopes'), scopes === undefined || scopes.length === 0 ? undefined : listedScopes(scopes)),
      ...maybe(say('label.callbacks'), callbackUrls?.join(', ')),
      ...maybe(report('label.source-ip'), addresses.join(', ')),
      ...maybe(report('label.last-worked'), lastSuccess === undefined ? undefined : utc(lastSuccess)),
      ...maybe(say('label.email'), userEmail),
    ]),
  ]);
};

const ends = ({ ends: all }: Runbook, { say }: Speech): Document =>
  section(
    say('title.ends'),
    all.length === 0
      ? [text(say('ends.none'))]
      : [
          {
            kind: 'list',
            items: all.map(({ on, season, title, cause }) =>
              say('ends.one', { when: on === undefined ? (season ?? '') : utc(on), title, id: cause }),
            ),
          },
        ],
  );

/** Nobody is named as an owner by Salesforce: who changed it last is the nearest to one. */
const owner = ({ changes, integration: { userEmail } }: Runbook, { say }: Speech): Document =>
  section(say('title.owner'), [
    text(userEmail === undefined ? say('owner.no-email') : say('owner.email', { email: userEmail })),
    ...(changes.length === 0
      ? [text(say('owner.no-changes'))]
      : [
          text(say('owner.changes')),
          {
            kind: 'list' as const,
            items: changes.map(({ at, by, display, action }) =>
              say('owner.change', { at: utc(at), by: by ?? say('owner.somebody'), display: display || action }),
            ),
          },
        ]),
  ]);

const byGate = (errors: readonly RunbookError[]): readonly RunbookError[] =>
  errors.toSorted((a, b) => gateOrder(a.gate) - gateOrder(b.gate) || (a.cause < b.cause ? -1 : 1));

const errors = ({ errors: all }: Runbook, { say, report }: Speech): Document =>
  section(say('title.errors'), [
    text(say('errors.intro')),
    ...byGate(all).flatMap(({ cause, title, said, remedy }): readonly Block[] => [
      { kind: 'headline', text: title, tone: 'plain', note: cause },
      ...(said.length === 0 ? [] : [{ kind: 'list' as const, items: said }]),
      ...(remedy === undefined
        ? []
        : rows([
            row(report('label.fix'), say('fix', { title: remedy.title, who: report(`actor.${remedy.who}`) })),
            ...(remedy.command === undefined ? [] : [copied(report('label.command'), remedy.command)]),
          ])),
    ]),
  ]);

const upkeep = ({ upkeep: all }: Runbook, { say, report }: Speech): Document =>
  section(
    say('title.upkeep'),
    all.flatMap(({ id, title, steps, commands, risk, inTheWay = [] }): readonly Block[] => [
      { kind: 'headline', text: title, tone: 'plain', note: id },
      { kind: 'list', items: steps },
      ...rows([
        ...commands.map((command) => copied(report('label.command'), command)),
        ...maybe(report('label.risk'), risk),
        ...inTheWay.map((text) => row(say('label.in-the-way'), text)),
      ]),
    ]),
  );

const titled = (part: Document, name: string | undefined): Document =>
  name === undefined
    ? part
    : part.map((one) => (one.title === undefined ? one : { ...one, title: `${name}: ${one.title}` }));

/** One page for each integration: what to do at 2 AM first, then what is worth knowing by day. */
export const composeRunbooks = (given: Runbooks, words: Words): Document => {
  const printable = allPrintable(given);
  const { runbooks, targetOrg, asOf } = printable;
  const speech = speechOf(words);
  const { say, gates } = speech;
  const org = orgOf(printable);
  return [
    { blocks: [text(say('as-of', { at: utc(asOf), org: targetOrg?.username ?? '-' }))] },
    ...runbooks.flatMap((one) => {
      const name = runbooks.length === 1 ? undefined : nameOf(one, words);
      return titled(
        [
          ...first(one, org, speech),
          ...what(one, speech),
          ...ends(one, speech),
          ...owner(one, speech),
          ...gatesTable(one.walk, gates),
          ...errors(one, speech),
          ...upkeep(one, speech),
        ],
        name,
      );
    }),
    ...(runbooks.length === 0 ? [{ blocks: [text(say('none'))] }] : []),
  ].map((part) => ({
    ...part,
    blocks: part.blocks.map((block) => (block.kind === 'text' ? { ...block, text: readable(block.text) } : block)),
  }));
};
