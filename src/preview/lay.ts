import { factNames } from '../model/index.ts';
import type { Edit, Evidence, FactName, Alteration, UntoldEdit } from '../model/index.ts';
import { bearsOnWay } from './bears-on.ts';
import { layApp } from './lay-app.ts';
import { layAppInCarrier, layNamedCarriers, layPermission } from './lay-carrier.ts';
import { layOrg } from './lay-org.ts';
import type { LoginTime } from './login-times.ts';
import { opens } from './opens.ts';
import { hasProfile, usesThisApp, type Has, type Standing } from './person.ts';
import { hidden, mapFact, type Touched } from './touch.ts';
import type { Asked } from './unjudged.ts';
import { mayOpenIn, untoldIn } from './untold.ts';
import { wayOf } from './way.ts';

/** A login with a change laid over it. */
export type Laid = {
  readonly evidence: Evidence;
  /** By which edits each fact is another one now, or was changed to what nobody can see. */
  readonly touched: ReadonlyMap<FactName, readonly Edit[]>;
  /** Of these, the edits that can refuse this login. */
  readonly asked: Asked;
  /** Edits that bear on this login, and of which nobody can say how. */
  readonly untold: readonly UntoldEdit[];
  /** Edits that perhaps open what is shut for it today. */
  readonly mayOpen: readonly UntoldEdit[];
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
  if (usesThisApp(standing, setting) !== true) return {};
  if (set === 'consumer-key') return {};
  if (set === 'app-carriers') return layNamedCarriers(standing, setting);
  return set === 'app-in-carrier' ? layAppInCarrier(standing, setting.path, setting.value) : layApp(evidence, setting);
};

/** A fact that is known, and says the same as before, was not changed: a file tells again what is so already. */
const isSame = (before: Evidence, after: Touched, name: FactName): boolean =>
  after[name]?.state === 'known' && JSON.stringify(before[name]) === JSON.stringify(after[name]);

/** Lays edits over a login, one after the other, as a deployment would. `times`: when it logged in. Pure. */
export const lay = (standing: Standing, edits: readonly Edit[], times: readonly LoginTime[]): Laid => {
  const touched = new Map<FactName, readonly Edit[]>();
  const asked = new Map<FactName, readonly Edit[]>();
  const way = wayOf(standing.evidence);
  const add = (to: Map<FactName, readonly Edit[]>, name: FactName, edit: Edit): unknown =>
    to.set(name, [...(to.get(name) ?? []), edit]);
  let { evidence } = standing;
  for (const edit of edits) {
    const { setting } = edit;
    const change = touch({ ...standing, evidence }, setting);
    const refuses = bearsOnWay(setting, way) && !opens(evidence, setting);
    for (const name of factNames) {
      if (!(name in change) || isSame(evidence, change, name)) continue;
      add(touched, name, edit);
      if (refuses) add(asked, name, edit);
    }
    evidence = { ...evidence, ...change };
  }
  const untold = untoldIn(standing, evidence, { edits, times });
  return { evidence, touched, asked, untold, mayOpen: mayOpenIn(standing, edits) };
};
