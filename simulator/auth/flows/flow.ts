import type { Candidate, Refusal, TokenRequest } from '../attempt.ts';
import type { TokenAnswer } from '../grant-token.ts';

/** Refused, or granted with the members of the answer. */
export type Outcome = { granted: TokenAnswer } | { refused: Refusal };

export type GrantFlow = (request: TokenRequest) => Outcome;

/** A check of a candidate: the refusal where it is closed. */
export type Gate = (candidate: Candidate) => Refusal | undefined;

export const refused = (refusal: Refusal): Outcome => ({ refused: refusal });

/** The first gate that is closed. */
const firstClosed = (gates: readonly Gate[], candidate: Candidate): Refusal | undefined => {
  for (const gate of gates) {
    const closed = gate(candidate);
    if (closed !== undefined) return closed;
  }
  return undefined;
};

/** From who wants in (or the refusal that came before that was known) through the gates to the token. */
export const enter = (
  found: Candidate | Refusal,
  gates: readonly Gate[],
  letIn: (candidate: Candidate) => TokenAnswer,
): Outcome => {
  if ('error' in found) return refused(found);
  const closed = firstClosed(gates, found);
  return closed === undefined ? { granted: letIn(found) } : refused(closed);
};
