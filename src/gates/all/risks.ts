import type { AppGate } from '../../model/index.ts';
import { check, open, type Check } from '../check.ts';

/** What no login is stopped by, and an admin wants to know of every app: the worst first. */
export type Risk = { readonly gate: AppGate; readonly check: Check };

const relaxed = check('relaxed', { needs: ['ipRelaxation'] }, ({ ipRelaxation }) =>
  ipRelaxation === 'bypass' ? open('relaxed', {}, { note: true }) : undefined,
);

const everybody = check('everybody', { needs: ['app'] }, ({ app }) =>
  app?.permittedUsers === 'self-authorized' ? open('everybody', {}, { note: true }) : undefined,
);

const endless = check('endless', { needs: ['app'], also: ['appOauth'] }, (facts) => {
  if (facts.app?.refreshTokenPolicy?.kind !== 'infinite') return undefined;
  const { appOauth } = facts;
  return appOauth?.scopes.includes('refreshtoken') === true && appOauth.refreshTokenRotation === false
    ? open('endless', {}, { note: true })
    : undefined;
});

const notInstalled = check('not-installed', { needs: ['appTokens'] }, ({ appTokens: { notInstalled: count } }) =>
  count > 0 ? open('not-installed', { count }, { note: true }) : undefined,
);

const idleTokens = check('never-used', { needs: ['appTokens'] }, ({ appTokens: { neverUsed: count, total } }) =>
  count > 0 ? open('never-used', { count, total }, { note: true }) : undefined,
);

export const risks: readonly Risk[] = [
  { gate: 'app', check: notInstalled },
  { gate: 'permitted-users', check: everybody },
  { gate: 'ip', check: relaxed },
  { gate: 'refresh-token', check: endless },
  { gate: 'refresh-token', check: idleTokens },
];
