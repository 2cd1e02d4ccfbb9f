import type { Grouping } from '../../model/index.ts';
import { readingOf, type Piece } from '../piece.ts';
import { hourMs, iso } from '../times.ts';

/** Stands for a value that the rows do not show. */
const none = '-';

/** The cause that a status decides; else those that it leaves open; else the status as it is shown. */
const causeKey = ({ status }: Piece): string => {
  const { decides, suspects } = readingOf(status);
  if (decides !== undefined) return decides;
  return suspects.length > 0 ? suspects.join(' or ') : status.trim();
};

/** What a row is grouped by. `nameOf`: the username of a user's id. */
export const keyFor = (by: Grouping, nameOf: (user: string) => string): ((piece: Piece) => string) => {
  const keys: Readonly<Record<Grouping, (piece: Piece) => string>> = {
    cause: causeKey,
    user: ({ user }) => (user === undefined ? none : nameOf(user)),
    app: ({ application = none }) => application,
    status: ({ status }) => status.trim(),
    'source-ip': ({ sourceIp = none }) => sourceIp,
    'login-type': ({ loginType = none }) => loginType,
    hour: ({ hour }) => iso(Math.floor(hour / hourMs) * hourMs),
  };
  return keys[by];
};
