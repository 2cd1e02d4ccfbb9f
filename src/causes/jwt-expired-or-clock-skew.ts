import { onlyIn } from '../clues/flows.ts';
import { inHistory, said } from '../clues/index.ts';
import { isNamed } from '../clues/named.ts';
import { minuteMs } from '../clues/times.ts';
import { cause, clue, clueAboutFailure, proves, suggests } from '../model/index.ts';

const id = 'jwt-expired-or-clock-skew';

/** Salesforce allows this much between its clock and the sender's. */
const allowedMs = 3 * minuteMs;

export default cause({
  id,
  gate: 'assertion',
  blocks: true,
  explains: [],
  clues: [
    said(id),
    inHistory(id),
    onlyIn(id, 'jwt'),
    // The wording names an authorization code, and a JWT login has none: what has expired is the assertion.
    clueAboutFailure('no-code', ['integration', 'refusals'], ({ integration: { flow }, refusals }) => {
      const ofCode = refusals.find(
        ({ suspects }) => suspects.includes(id) && suspects.includes('auth-code-expired-or-reused'),
      );
      return flow === 'jwt' && ofCode !== undefined ? proves({ text: ofCode.description ?? ofCode.text }) : undefined;
    }),
    // Our clock is the integration's clock only where the refusal came from our own attempt: elsewhere a hint.
    clue('clock', ['clockSkew', 'integration', 'refusals'], ({ clockSkew, integration, refusals }) => {
      if (integration.flow !== 'jwt' || Math.abs(clockSkew) <= allowedMs) return undefined;
      const values = {
        minutes: Math.round(Math.abs(clockSkew) / minuteMs),
        way: clockSkew < 0 ? 'behind' : 'ahead of',
      };
      const ours = refusals.filter(({ origin }) => origin === 'attempt');
      return clockSkew < 0 && isNamed(ours, id) ? proves(values) : suggests(values);
    }),
  ],
  remedies: [
    { id: 'set-clock', who: 'integration-owner', effect: 'changes-client' },
    { id: 'set-exp', who: 'developer', effect: 'changes-client' },
  ],
});
