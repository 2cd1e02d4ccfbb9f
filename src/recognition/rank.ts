import type { CauseId, Refusal } from '../model/index.ts';
import { entryOfId } from './book.ts';

export type RankedCause = { readonly cause: CauseId; readonly standing: 'confirmed' | 'suspected' };

/** Refusals whose wording says little, or is known from hearsay, come after those that say more. */
const isVague = ({ phrase, suspects }: Refusal): boolean =>
  phrase !== undefined &&
  suspects[0] !== 'not-salesforce' &&
  (phrase.startsWith('http.') || entryOfId(phrase)?.vague === true || entryOfId(phrase)?.evidence === 'claimed');

/** All that it says is that the login failed, or what to look at then, or what a client says round every reason. */
const saysNothing = ({ phrase = '' }: Refusal): boolean =>
  phrase === 'paraphrase.login_failed' || phrase.startsWith('advice.') || entryOfId(phrase)?.frame === true;

/** That OAuth failed, or no token was got: of how, no more than that. */
const saysOnlyHow = ({ phrase = '' }: Refusal): boolean =>
  phrase === 'paraphrase.oauth-failed' || phrase === 'paraphrase.fetch_token-access_token-failed';

const inTurn = (refusals: readonly Refusal[]): CauseId[] => {
  const longest = refusals.reduce((most, { suspects }) => Math.max(most, suspects.length), 0);
  return Array.from({ length: longest }, (_none, place) =>
    refusals.flatMap(({ suspects }) => suspects[place] ?? []),
  ).flat();
};

/**
 * The causes that the refusals of one text point at, best first. A decided cause goes before every suspect; suspects are taken in
 * turn, the likeliest of each refusal first, in the order in which the refusals stand.
 */
export const rankCauses = (refusals: readonly Refusal[]): RankedCause[] => {
  const decided = refusals.flatMap(({ decides }) => (decides === undefined ? [] : [decides]));
  // What went wrong with the data comes after what went wrong with the login.
  const isLogin = (cause: CauseId): boolean => cause !== 'not-authentication';
  const confirmed = new Set([...decided.filter(isLogin), ...decided]);
  const rankOf = (one: Refusal): number => {
    if (saysNothing(one)) return 3;
    if (saysOnlyHow(one)) return 2;
    return isVague(one) ? 1 : 0;
  };
  const told = [0, 1, 2, 3].flatMap((rank) => inTurn(refusals.filter((one) => rankOf(one) === rank)));
  const suspected = [...new Set(told)].filter((cause) => !confirmed.has(cause));
  return [
    ...[...confirmed].map((cause) => ({ cause, standing: 'confirmed' as const })),
    ...suspected.map((cause) => ({ cause, standing: 'suspected' as const })),
  ];
};
