import type { LoginStatuses, WarehouseQuery } from '../model/index.ts';
import { csvTable } from '../report/index.ts';
import type { Words } from '../words/index.ts';

/** A query as a script: what it is for, what makes the session ready, and the query itself. */
export const renderQuery = ({ setUp, query, spanMs }: WarehouseQuery, words: Words): string => {
  const minutes = String(spanMs / 60_000);
  const comment = (key: string): string => `-- ${words.text('warehouse', key, { minutes })}`;
  return [comment('purpose'), comment('set-up'), `${setUp};`, `${query};`].join('\n');
};

export const statusFormats = ['csv', 'json'] as const;

export type StatusFormat = (typeof statusFormats)[number];

const columns = ['status', 'of', 'match', 'success', 'cause', 'title', 'who', 'suspects', 'evidence'] as const;

/** The list in a form that log stores and warehouses load. */
export const renderStatuses = ({ statuses }: LoginStatuses, format: StatusFormat): string =>
  format === 'json'
    ? `${JSON.stringify(statuses, undefined, 2)}\n`
    : csvTable(
        columns,
        statuses.map(({ success, suspects, ...status }) => ({
          ...status,
          success: String(success),
          suspects: suspects.join(' '),
        })),
      );
