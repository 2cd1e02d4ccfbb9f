import { isOfRefresh } from '../clues/scope-needs.ts';
import { myDomainIn, valueOf } from '../model/index.ts';
import type { Alteration, Edit, Evidence, Subject, UntoldBecause, UntoldEdit } from '../model/index.ts';
import { bearsOnWay } from './bears-on.ts';
import type { LoginTime } from './login-times.ts';
import { opens } from './opens.ts';
import { hasCarrier, hasInGroup, hasProfile, isInGroups, usesThisApp, type Standing } from './person.ts';
import { endOfTokens } from './rhythm.ts';
import { isUntoldUnlessSame } from './unless-same.ts';
import { wayOf } from './way.ts';

/** Whether a setting of which nobody can say what it does is about this login. What was not seen may be. */
const concerns = (standing: Standing, about: Subject): boolean => {
  if (about.of === 'org') return true;
  if (about.of === 'shared-hosts') return myDomainIn(valueOf(standing.evidence.integration)?.loginUrl) === undefined;
  if (about.of === 'external-users') return valueOf(standing.evidence.user)?.userType !== 'Standard';
  if (about.of === 'app') return usesThisApp(standing, about) !== false;
  if (about.of === 'groups') return isInGroups(standing);
  if (about.of === 'profile') return hasProfile(standing, about.profile) !== false;
  return hasCarrier(standing, about.path) !== false || hasInGroup(standing, about.path) !== false;
};

const isUndocumented = (standing: Standing, setting: Alteration): boolean => {
  if (setting.set !== 'untold') return isUntoldUnlessSame(standing, setting);
  if (!concerns(standing, setting.about)) return false;
  const flow = valueOf(standing.evidence.integration)?.flow;
  return flow === undefined || setting.flows === undefined || setting.flows.includes(flow);
};

/** Scopes that an app has no more, and that the client may ask for or use. Those for refresh tokens count where it may get one. */
const mayMissScopes = ({ integration, appOauth }: Evidence, scopes: readonly string[]): boolean => {
  const flow = valueOf(integration)?.flow;
  const refreshes = flow === undefined || flow === 'web' || flow === 'device';
  const lost = valueOf(appOauth)?.scopes.filter((scope) => !scopes.includes(scope)) ?? [];
  return lost.some((scope) => refreshes || !isOfRefresh(scope));
};

/** What a setting of the login's own app does to it that no fact shows. */
const ofItsApp = (
  { evidence }: Standing,
  setting: Alteration,
  times: readonly LoginTime[],
): UntoldBecause | undefined => {
  if (setting.set === 'scopes') return mayMissScopes(evidence, setting.value) ? 'client-scopes' : undefined;
  if (setting.set !== 'refresh-token-policy' || valueOf(evidence.integration)?.flow !== 'refresh-token')
    return undefined;
  const before = valueOf(evidence.app)?.refreshTokenPolicy;
  return endOfTokens(setting.value, { before, times }, valueOf(evidence.now) ?? '');
};

const becauseOfApp = (
  standing: Standing,
  setting: Alteration,
  times: readonly LoginTime[],
): UntoldBecause | undefined => {
  const { evidence } = standing;
  if (!('app' in setting) || !bearsOnWay(setting, wayOf(evidence))) return undefined;
  const isIts = usesThisApp(standing, setting);
  if (isIts === 'unseen') return opens(evidence, setting) ? undefined : 'app';
  return isIts ? ofItsApp(standing, setting, times) : undefined;
};

/** It may be of another profile or set than the user's. */
const becauseOfCarrier = (standing: Standing, setting: Alteration): UntoldBecause | undefined => {
  const { evidence } = standing;
  if (!bearsOnWay(setting, wayOf(evidence)) || opens(evidence, setting)) return undefined;
  if ('profile' in setting) return hasProfile(standing, setting.profile) === 'unseen' ? 'carrier' : undefined;
  return setting.set === 'permission' && hasCarrier(standing, setting.path) === 'unseen' ? 'carrier' : undefined;
};

type Given = { readonly edits: readonly Edit[]; readonly times: readonly LoginTime[] };

/** The edits of which nobody can say what they do to a login. `after`: its evidence with all of them laid over it. */
export const untoldIn = (standing: Standing, after: Evidence, { edits, times }: Given): readonly UntoldEdit[] =>
  edits.flatMap((edit): readonly UntoldEdit[] => {
    const because = becauseOfApp(standing, edit.setting, times) ?? becauseOfCarrier(standing, edit.setting);
    if (because !== undefined) return [{ edit, because }];
    return isUndocumented({ ...standing, evidence: after }, edit.setting) ? [{ edit }] : [];
  });

/** Edits that open what is shut today, if the app that they name is that of the login. */
export const mayOpenIn = (standing: Standing, edits: readonly Edit[]): readonly UntoldEdit[] =>
  edits
    .filter(
      ({ setting }) =>
        'app' in setting && usesThisApp(standing, setting) === 'unseen' && opens(standing.evidence, setting),
    )
    .map((edit) => ({ edit, because: 'app' }));
