import { causes } from '../../src/causes/index.ts';
import type { Alteration, Edit, Evidence, Facts, FactName, Road } from '../../src/model/index.ts';
import { judgeLogin, type JudgedByFlow } from '../../src/preview/every-flow.ts';
import type { LoginTime } from '../../src/preview/login-times.ts';
import { evidence, now } from '../support/evidence.ts';
import { healthy } from '../support/healthy.ts';
import { without } from '../support/without.ts';

const edit = (setting: Alteration): Edit => ({ setting, element: setting.set });

/** What a preview never looks at: it asks no login host, and knows nothing of the machine on which the integration runs. */
const neverSeen: readonly FactName[] = [
  'changes',
  'attempt',
  'keyProbe',
  'loginHost',
  'clockSkew',
  'environment',
  'storedLogin',
];

/** A login that goes well, seen as far as a preview sees it. */
export const working: Facts = {
  ...(neverSeen.reduce<Partial<Facts>>((all, name) => without(all, name), healthy) as Facts),
  app: { ...healthy.app!, developerName: 'Marketing_Sync' },
};

export const profile: Road = { via: 'profile', name: 'Minimum Access - API Only Integrations' };
export const access: Road = { via: 'permission-set', name: 'Marketing Sync Access' };

export type Given = {
  readonly facts?: Partial<Facts>;
  readonly hide?: readonly FactName[];
  readonly roads?: readonly Road[];
  readonly namesakes?: readonly string[];
  readonly either?: readonly Evidence[];
  /** When it logged in: moments, or a stretch of time. */
  readonly times?: ReadonlyArray<string | LoginTime>;
  readonly at?: string;
  /** What the files do not name. */
  readonly unnamed?: readonly Alteration[];
};

const timeOf = (time: string | LoginTime): LoginTime => (typeof time === 'string' ? { from: time, to: time } : time);

export const judged = (settings: readonly Alteration[], given: Given = {}): JudgedByFlow => {
  const { facts = {}, hide = [], roads = [profile, access], times = [now], at, unnamed = [], ...around } = given;
  const seen = hide.reduce<Partial<Facts>>((all, name) => without(all, name), { ...working, ...facts });
  const edits = [...settings.map(edit), ...unnamed.map((setting) => ({ ...edit(setting), perhaps: true as const }))];
  return judgeLogin({ evidence: evidence(seen), roads, ...around }, edits, { causes, times: times.map(timeOf), at });
};

/** The verdict, and the causes that make it. */
export const told = (settings: readonly Alteration[], given: Given = {}): string => {
  const { verdict, refusing, blind } = judged(settings, given);
  const by = (verdict === 'untold' ? blind : refusing).map(({ judgement }) => judgement.cause.id);
  return [verdict, ...by].join(' ');
};
