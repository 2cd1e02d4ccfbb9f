import type { FailureFilters, LoginFailures, RowsFrom } from '../../model/index.ts';
import { row, rows, text } from '../document.ts';
import type { Document } from '../document.ts';
import { listed } from '../say.ts';
import type { Say } from '../say.ts';
import { span, utc } from '../time.ts';
import { countOf, failures, incidents } from './numbers.ts';

const source = (from: RowsFrom, say: Say): string => {
  if (from.kind === 'org') return say('org', { ...from.targetOrg });
  const { name, tallySpanMs } = from;
  if (tallySpanMs !== undefined) return say('file.tally', { name, minutes: tallySpanMs / 60_000 });
  return say(`file.${from.format}`, { name, zone: say(`zone.${from.zone.from}`, { zone: from.zone.name }) });
};

const only = (filters: FailureFilters, say: Say): string =>
  (
    [
      ['user', filters.usernames],
      ['app', filters.apps],
      ['source-ip', filters.sourceIps],
      ['login-type', filters.loginTypes],
      ['status', filters.statuses],
    ] as const
  )
    .filter(([, values]) => values.length > 0)
    .map(([what, values]) => say('only', { what: say(`only.${what}`), values: values.join(', ') }))
    .join('; ');

const logins = ({ totals }: LoginFailures, say: Say): string => {
  if (totals.rows === 0) return say('logins.none');
  const failed = failures(say, totals.failures);
  return say('logins', {
    failures:
      totals.failures === 0
        ? failed
        : say('failures-of', { failures: failed, incidents: incidents(say, totals.incidents) }),
    successes: countOf(say, 'successes', totals.successes),
  });
};

const fileNotes = (from: RowsFrom, say: Say): readonly string[] => {
  if (from.kind === 'org') return [];
  return [
    ...(from.dates.found === 'assumed' || from.dates.found === 'plausible'
      ? [say(`dates.${from.dates.found}`, { order: say(`dates.${from.dates.order}`) })]
      : []),
    ...(from.missing.length === 0
      ? []
      : [say('missing', { columns: listed(from.missing.map((column) => say(`column.${column}`))) })]),
  ];
};

const appNotes = ({ from, filters, appsNamed = [], totals }: LoginFailures, say: Say): readonly string[] => {
  if (from.kind === 'file') return filters.apps.length > 0 && totals.rows === 0 ? [say('app.file')] : [];
  return appsNamed.map(({ asked, state, label = '', permission }) =>
    permission === undefined
      ? say(`app.${state}`, { asked, label })
      : say('app.unseen.permission', { asked, permission }),
  );
};

/** Where the rows come from, the window that the totals cover, and the totals. */
export const header = (result: LoginFailures, say: Say): Document => {
  const { from, window, filters, completeness } = result;
  const length = span(Date.parse(window.to) - Date.parse(window.from));
  const narrowed = only(filters, say);
  return [
    {
      blocks: [
        ...rows([
          row(say(from.kind === 'org' ? 'label.org' : 'label.file'), source(from, say)),
          row(say('label.window'), say('window', { from: utc(window.from), to: utc(window.to), length })),
          ...(narrowed === '' ? [] : [row(say('label.only'), narrowed)]),
          row(say('label.logins'), logins(result, say)),
        ]),
        ...(completeness.whole ? [] : [text(say('not-whole'), 'unsure')]),
        ...appNotes(result, say).map((note) => text(note, 'unsure')),
        ...(result.statusesUnmet ?? []).map((status) => text(say('status.unmet', { status }), 'unsure')),
        ...fileNotes(from, say).map((note) => text(note, 'unsure')),
      ],
    },
  ];
};
