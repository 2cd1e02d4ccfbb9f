import { rowsOf, type Piece } from './piece.ts';

const isOf = (row: Piece, piece: Piece): boolean =>
  row.first >= piece.first &&
  row.first <= piece.last &&
  row.status === piece.status &&
  row.user === piece.user &&
  row.application === piece.application &&
  row.sourceIp === piece.sourceIp &&
  row.loginType === piece.loginType &&
  row.loginSubType === piece.loginSubType;

/** Puts rows that were read one by one in the place of the pieces in which they are counted, where all of a piece were read. */
export const refined = (pieces: readonly Piece[], rows: readonly Piece[]): readonly Piece[] => {
  if (rows.length === 0) return pieces;
  const byStatus = Map.groupBy(rows, ({ status, user }) => JSON.stringify([status, user]));
  return pieces.flatMap((piece) => {
    const own = (byStatus.get(JSON.stringify([piece.status, piece.user])) ?? []).filter((row) => isOf(row, piece));
    return rowsOf(own) === piece.count ? own : [piece];
  });
};
