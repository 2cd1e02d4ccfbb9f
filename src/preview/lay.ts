import { factNames, valueOf } from '../model/index.ts';
import type { Edit, Evidence, FactName, Alteration, Subject } from '../model/index.ts';
import { layApp } from './lay-app.ts';
import { layAppInCarrier, layNamedCarriers, layPermission } from './lay-carrier.ts';
import { layOrg } from './lay-org.ts';
import { hasCarrier, hasInGroup, hasProfile, isInGroups, usesThisApp, type Has, type Standing } from './person.ts';
import { isUntoldUnlessSame } from './unless-same.ts';
import { hidden, mapFact, type Touched } from './touch.ts';

/** A login with a change laid over it. */
export type Laid = {
  readonly evidence: Evidence;
  /** By which edits each fact is another one now, or was changed to what nobody can see. */
  readonly touched: ReadonlyMap<FactName, readonly Edit[]>;
  /** Edits that bear on this login, and of which nobody can say how. */
  readonly untold: readonly Edit[];
};

const ofProfile = (has: Has, name: 'loginIpRanges' | 'loginHours', evidence: Evidence, to: Touched): Touched => {
  if (has === false) return {};
  return has === 'unseen' ? { [name]: evidence[name].state === 'known' ? hidden : evidence[name] } : to;
};

/** What one setting changes in the facts of one login. None: it is about others. */
const touch = (standing: Standing, setting: Alteration): Touched => {
  const { evidence } = standing;
  const { set } = setting;
  if (set === 'untold' || set === 'group-members' || set === 'my-domain-name') return {};
  if (set === 'login-ranges') {
    const loginIpRanges = mapFact(evidence.loginIpRanges, () => setting.value);
    return ofProfile(hasProfile(standing, setting.profile), 'loginIpRanges', evidence, { loginIpRanges });
  }
  if (set === 'login-hours') {
    const loginHours = mapFact(evidence.loginHours, () => setting.value);
    return ofProfile(hasProfile(standing, setting.profile), 'loginHours', evidence, { loginHours });
  }
  if (set === 'permission') return layPermission(standing, setting.path, setting.name, setting.value);
  if (!('app' in setting)) return layOrg(evidence, setting);
  if (!usesThisApp(standing, setting.app)) return {};
  if (set === 'consumer-key') return {};
  if (set === 'app-carriers') return layNamedCarriers(standing, setting);
  return set === 'app-in-carrier' ? layAppInCarrier(standing, setting.path, setting.value) : layApp(evidence, setting);
};

/** Whether a setting of which nobody can say what it does is about this login. What was not seen may be. */
const concerns = (standing: Standing, about: Subject): boolean => {
  if (about.of === 'org') return true;
  if (about.of === 'app') return usesThisApp(standing, about.app);
  if (about.of === 'groups') return isInGroups(standing);
  if (about.of === 'profile') return hasProfile(standing, about.profile) !== false;
  return hasCarrier(standing, about.path) !== false || hasInGroup(standing, about.path) !== false;
};

const isUntold = (standing: Standing, { setting }: Edit): boolean => {
  if (setting.set !== 'untold') return isUntoldUnlessSame(standing, setting);
  if (!concerns(standing, setting.about)) return false;
  const flow = valueOf(standing.evidence.integration)?.flow;
  return flow === undefined || setting.flows === undefined || setting.flows.includes(flow);
};

/** A fact that is known, and says the same as before, was not changed: a file tells again what is so already. */
const isSame = (before: Evidence, after: Touched, name: FactName): boolean =>
  after[name]?.state === 'known' && JSON.stringify(before[name]) === JSON.stringify(after[name]);

/** Lays edits over a login, one after the other, as a deployment would. Pure. */
export const lay = (standing: Standing, edits: readonly Edit[]): Laid => {
  const touched = new Map<FactName, readonly Edit[]>();
  let { evidence } = standing;
  for (const edit of edits) {
    const change = touch({ ...standing, evidence }, edit.setting);
    for (const name of factNames)
      if (name in change && !isSame(evidence, change, name)) touched.set(name, [...(touched.get(name) ?? []), edit]);
    evidence = { ...evidence, ...change };
  }
  return { evidence, touched, untold: edits.filter((edit) => isUntold({ ...standing, evidence }, edit)) };
};
