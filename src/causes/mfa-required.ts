import { anotherProfile } from '../clues/another-profile.ts';
import { cause } from '../clues/cause.ts';
import { roads } from '../clues/roads.ts';
import { passwordFlows, sendsPassword } from '../clues/flows.ts';
import { isDecided, isNamed } from '../clues/named.ts';
import { clue, clueWith, inFlows, notes, proves, rulesOut, suggests, untold, withParts } from '../model/index.ts';
import type { SecondFactor, SpokenPart } from '../model/index.ts';

const id = 'mfa-required';

/**
 * Flows in which nobody stands by who could give the second factor: their session is a standard one.
 * Documented for JWT bearer; for the others seen in public (https://github.com/jsforce/jsforce/pull/1301).
 */
const withoutAPerson = ['jwt', 'client-credentials', 'password'] as const;

/** A person logs in at the login page. */
const withAPerson = ['web', 'device'] as const;

const phishingResistant: ReadonlySet<SecondFactor> = new Set<SecondFactor>(['security-key', 'built-in-authenticator']);

const listed = (factors: readonly SecondFactor[]): readonly SpokenPart[] =>
  factors.length === 0 ? [{ say: 'factor.none' }] : factors.map((factor) => ({ say: `factor.${factor}` }));

export default cause({
  id,
  gate: 'mfa',
  blocks: true,
  recorded: 'by-password',
  sources: ['mfa-for-api', 'jwt-bearer-flow', 'security-and-the-api', 'mfa-phishing-resistant', 'mfa-exempt-users'],
  clues: [
    clueWith(
      'two-factor-api',
      { needs: ['integration', 'userPermissions', 'refusals'], also: ['app'] },
      ({ integration, userPermissions, refusals, app }) => {
        const { twoFactorApi } = userPermissions;
        const parts = { roads: roads(twoFactorApi) };
        if (twoFactorApi.length === 0) {
          const isFree = sendsPassword(integration.flow) && app?.requiresHighAssurance !== true;
          return isFree && !isDecided(refusals, id) ? rulesOut() : undefined;
        }
        if (sendsPassword(integration.flow)) return withParts(parts, proves());
        return integration.flow === undefined && isNamed(refusals, id) ? withParts(parts, suggests()) : undefined;
      },
    ),
    inFlows(
      withoutAPerson,
      clue('high-assurance', ['integration', 'app', 'refusals'], ({ integration, app, refusals }) => {
        if (app?.requiresHighAssurance === undefined) return undefined;
        if (app.requiresHighAssurance) return proves({ app: app.name });
        // A password can be held up by the user's permission as well.
        return sendsPassword(integration.flow) || isNamed(refusals, id) ? undefined : rulesOut({ app: app.name });
      }),
    ),
    // In the place of the security token, a code of an authenticator app is wanted.
    inFlows(
      passwordFlows,
      clueWith(
        'code',
        { needs: ['userPermissions'], also: ['secondFactors'] },
        ({ userPermissions, secondFactors }) => {
          if (userPermissions.twoFactorApi.length === 0 || secondFactors === undefined) return undefined;
          return secondFactors.includes('authenticator-app') ? notes() : proves();
        },
      ),
    ),
    inFlows(
      withAPerson,
      clueWith('phishing-resistant', { needs: ['refusals'], also: ['secondFactors', 'privileged'] }, (facts) => {
        const { refusals, secondFactors, privileged = [] } = facts;
        if (privileged.length === 0 || secondFactors === undefined) return undefined;
        if (secondFactors.some((factor) => phishingResistant.has(factor))) return undefined;
        const says = isNamed(refusals, id) ? suggests : notes;
        return withParts({ roads: roads(privileged), factors: listed(secondFactors) }, says());
      }),
    ),
    inFlows(
      withAPerson,
      clueWith('waived', { needs: ['integration'], also: ['mfaWaived'] }, ({ mfaWaived = [] }) =>
        mfaWaived.length === 0 ? undefined : withParts({ roads: roads(mfaWaived) }, notes()),
      ),
    ),
    // Whether a person stood by is not known.
    clue('high-assurance-asked', ['integration', 'app', 'refusals'], ({ integration, app, refusals }) =>
      integration.flow === undefined && app?.requiresHighAssurance === true && isNamed(refusals, id)
        ? suggests({ app: app.name })
        : undefined,
    ),
    // What it does where a person stood by once is not documented.
    inFlows(
      ['refresh-token', 'web', 'device', 'token-exchange'],
      clue('high-assurance-elsewhere', ['app'], ({ app }) =>
        app?.requiresHighAssurance === true ? untold({ app: app.name }) : undefined,
      ),
    ),
  ],
  actions: [
    'PermSetAssign',
    'PermSetEnableUserPerm',
    'profilePermChangedCustom',
    'requiredSessionLevelForProfile',
    'updateSessionSecurityLevel',
    ...anotherProfile,
  ],
  permission: { label: 'Multi-Factor Authentication for API Logins', stops: 'enabled' },
  undoneBy: ['PermSetUnassign', 'PermSetDisableUserPerm'],
  remedies: [
    {
      id: 'exempt-user',
      who: 'org-admin',
      effect: 'relaxes-policy',
      setup: '/lightning/setup/ManageUsers/page?address=%2F{userId}%3Fnoredirect%3D1%26isUserEntityOverride%3D1',
    },
    {
      id: 'lower-session-level',
      who: 'org-admin',
      effect: 'relaxes-policy',
      notIn: ['soap-login'],
      setup: '/lightning/setup/{appPolicies}/home',
    },
    { id: 'leave-passwords', who: 'developer', effect: 'changes-client' },
  ],
});
