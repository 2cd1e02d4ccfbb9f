import type { LoginRow } from '../model/index.ts';

/** So many are told; whoever comes less often is not the one to stop. */
const most = 3;

/** What stands in `Application` where no app was gone through. */
const noApp = 'n/a';

const comerOf = ({ sourceIp = '-', application, loginType }: LoginRow): string => {
  const through = application?.toLowerCase() === noApp ? loginType : application;
  return through === undefined ? sourceIp : `${sourceIp} (${through})`;
};

/** From where and through what these logins come, the most frequent first: `198.51.100.61 (Marketing Sync)`. Undefined: there are none. */
export const comers = (rows: readonly LoginRow[]): string | undefined => {
  const groups = [...Map.groupBy(rows, comerOf)].toSorted(([, a], [, b]) => b.length - a.length);
  return groups.length === 0
    ? undefined
    : groups
        .slice(0, most)
        .map(([comer]) => comer)
        .join(', ');
};
