import { clueWith, notes, withParts } from '../model/index.ts';
import type { Clue, HealthRisk, SpokenPart } from '../model/index.ts';

/** The groups of Health Check whose settings bear on logins: https://releasenotes.docs.salesforce.com/en-us/spring16/release-notes/rn_security_ps_health_check.htm */
type Group = 'Password Policies' | 'Session Settings' | 'Network Access';

/** `PasswordPolicies` and `Password Policies` are one group. */
const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-z]/gu, '');

const said = ({ setting, value, standard }: HealthRisk): SpokenPart => ({
  say: 'health-risk',
  values: { setting, value: value ?? '-', standard: standard ?? '-' },
});

/** What Health Check holds to be at high risk, of one group: it stops no login. */
export const healthCheck = (group: Group): Clue =>
  clueWith('health-check', { needs: ['integration'], also: ['healthRisks'] }, ({ healthRisks = [] }) => {
    const items = healthRisks.filter((risk) => plain(risk.group) === plain(group));
    return items.length === 0 ? undefined : withParts({ items: items.map(said) }, notes({ group }));
  });
