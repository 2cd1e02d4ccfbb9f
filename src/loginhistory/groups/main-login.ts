import { defined } from '../../model/index.ts';
import { loginOf, type Piece } from '../piece.ts';
import type { Folded } from './fold.ts';
import { inOrder } from './shares.ts';

/** The user and app with the most failures of a group, and when they first and last failed in it: epoch ms, UTC. */
export type MainLogin = {
  readonly key: string;
  readonly user?: string;
  readonly application?: string;
  readonly first: number;
  readonly last: number;
};

export const mainLogin = ({ logins }: Folded, pieces: readonly Piece[]): MainLogin | undefined => {
  const [most] = inOrder(logins);
  const own = pieces.filter((piece) => loginOf(piece) === most?.value);
  const [one] = own;
  if (most === undefined || one === undefined) return undefined;
  return {
    key: most.value,
    ...defined({ user: one.user, application: one.application }),
    first: Math.min(...own.map(({ first }) => first)),
    last: Math.max(...own.map(({ last }) => last)),
  };
};
