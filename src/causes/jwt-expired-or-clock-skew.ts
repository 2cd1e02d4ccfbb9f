import { cause } from '../clues/cause.ts';
import { isNamed } from '../clues/named.ts';
import { minuteMs, span } from '../clues/times.ts';
import { clue, clueAboutFailure, inFlows, proves, suggests } from '../model/index.ts';

const id = 'jwt-expired-or-clock-skew';

/** Salesforce allows this much between its clock and the sender's. */
const allowedMs = 3 * minuteMs;

export default cause({
  id,
  gate: 'assertion',
  blocks: true,
  flows: ['jwt'],
  sources: ['jwt-bearer-flow'],
  clues: [
    // Whoever gives an assertion gives it after it was refused, and none lives long: that it is over by now says nothing.
    clue('expired-then', ['assertion', 'failedAt'], ({ assertion, failedAt }) => {
      const expiresAt = assertion?.state === 'decoded' ? assertion.expiresAt : undefined;
      if (expiresAt === undefined || failedAt === undefined || span(expiresAt, failedAt) <= allowedMs) return undefined;
      return proves({ expiresAt, failedAt });
    }),
    clue('expires-before-issue', ['assertion', 'refusals'], ({ assertion, refusals }) => {
      const { expiresAt, issuedAt } = assertion?.state === 'decoded' ? assertion : {};
      if (expiresAt === undefined || issuedAt === undefined || span(expiresAt, issuedAt) <= allowedMs) return undefined;
      return isNamed(refusals, id) ? proves({ expiresAt, issuedAt }) : suggests({ expiresAt, issuedAt });
    }),
    // The wording names an authorization code, and a JWT login has none: what has expired is the assertion.
    inFlows(
      ['jwt'],
      clueAboutFailure('no-code', ['refusals'], ({ refusals }) => {
        const ofCode = refusals.find(
          ({ suspects }) => suspects.includes(id) && suspects.includes('auth-code-expired-or-reused'),
        );
        return ofCode === undefined ? undefined : proves({ text: ofCode.description ?? ofCode.text });
      }),
    ),
    // Our clock is the integration's clock only where the refusal came from our own attempt: elsewhere a hint.
    inFlows(
      ['jwt'],
      clue('clock', ['clockSkew', 'refusals'], ({ clockSkew, refusals }) => {
        if (Math.abs(clockSkew) <= allowedMs) return undefined;
        const values = {
          minutes: Math.round(Math.abs(clockSkew) / minuteMs),
          way: clockSkew < 0 ? 'behind' : 'ahead of',
        };
        const ours = refusals.filter(({ origin }) => origin === 'attempt');
        return clockSkew < 0 && isNamed(ours, id) ? proves(values) : suggests(values);
      }),
    ),
  ],
  remedies: [
    { id: 'set-clock', who: 'integration-owner', effect: 'changes-client' },
    { id: 'set-exp', who: 'developer', effect: 'changes-client' },
  ],
});
