import { nearNames } from '../../src/clues/near.ts';
import type { Scenario } from '../../simulator/scenarios/scenario.ts';

type Titled = Pick<Scenario, 'id' | 'title'>;

/** Five failures of different kinds: a user, a policy, a certificate, a secret, a token. */
export const offered = [
  'user-frozen',
  'user-not-preauthorized',
  'jwt-cert-expired',
  'app-wrong-secret',
  'refresh-token-revoked-or-expired',
] as const;

/** A line each: what to type, and what was broken. */
export const listOf = (scenarios: readonly Titled[]): string => {
  const wide = Math.max(...scenarios.map(({ id }) => id.length));
  return scenarios.map(({ id, title }) => `${id.padEnd(wide)}  ${title}\n`).join('');
};

export const offerOf = (scenarios: readonly Titled[]): string => {
  const lines = offered.flatMap((id, index) =>
    scenarios
      .filter((one) => one.id === id)
      .map(({ title }) => `  ${index + 1}. ${title}\n     npm run demo -- ${id}\n`),
  );
  return `What shall be broken?\n\n${lines.join('')}\nnpm run demo -- --list names all ${scenarios.length}.\n`;
};

/** One sentence: the name that is not there, and those that are called nearly so. */
export const noSuchScenario = (asked: string, ids: readonly string[]): string => {
  const near = nearNames(asked, ids);
  const offer = near.length === 0 ? '' : `the nearest: ${near.join(', ')}; `;
  return `There is no scenario "${asked}": ${offer}--list names all.`;
};
