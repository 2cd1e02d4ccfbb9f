import type {
  Change,
  Evidence,
  FactName,
  Finding,
  FindingRemedy,
  FindingSign,
  Remedy,
  Source,
  Speaker,
  Values,
} from '../model/index.ts';
import type { SpokenSign } from './judge.ts';
import type { Ranked } from './rank.ts';
import { remedyValues } from './remedy-values.ts';

/** What was only asked or told by the person: no source to show, but where the clue reads nothing else. */
const told: ReadonlySet<FactName> = new Set(['now', 'integration', 'failedAt', 'refusals']);

const sourcesOf = ({ clue }: SpokenSign, evidence: Evidence): readonly Source[] => {
  const seen = clue.needs.filter((name) => !told.has(name));
  return (seen.length > 0 ? seen : clue.needs.filter((name) => name === 'refusals')).flatMap((name) => {
    const fact = evidence[name];
    return fact.state === 'known' ? [fact.source] : [];
  });
};

const setupLink = (setup: string, values: Values, host: string | undefined): string | undefined => {
  const filled = setup.replaceAll(/\{([a-zA-Z]+)\}/gu, (whole, name: string) => String(values[name] ?? whole));
  if (/[<{]/u.test(filled)) return undefined;
  return host === undefined ? filled : new URL(filled, host).href;
};

const speakRemedy = (
  ranked: Ranked,
  remedy: Remedy,
  speaker: Speaker,
  values: Values,
  host: string | undefined,
): FindingRemedy => {
  const words = speaker.remedy(ranked.cause.id, remedy.id, values);
  const setup = remedy.setup === undefined ? undefined : setupLink(remedy.setup, values, host);
  return { id: remedy.id, who: remedy.who, effect: remedy.effect, ...words, ...(setup === undefined ? {} : { setup }) };
};

/** The entry of a kind that brings this cause about, nearest to the first failure. */
const changeOf = ({ cause }: Ranked, changes: readonly Change[]): Change | undefined => {
  const actions = new Set((cause.actions ?? []).map((action) => action.toLowerCase()));
  return changes.find(({ action, about }) => actions.has(action.toLowerCase()) && about !== 'other');
};

const sinceThen = (value: string | undefined): { readonly since?: string } =>
  value === undefined ? {} : { since: value };

export type FindingContext = {
  readonly evidence: Evidence;
  readonly changes: readonly Change[];
  readonly speaker: Speaker;
  /** Origin of the org, for Setup links. */
  readonly host?: string | undefined;
};

/** A ranked cause, said in words. */
export const findingOf = (ranked: Ranked, { evidence, changes, speaker, host }: FindingContext): Finding => {
  const { cause, signs, unread, role, standing, on, since } = ranked;
  const { verify, ...title } = speaker.cause(cause.id);
  const values = remedyValues(evidence);
  const change = role === 'later' ? undefined : changeOf(ranked, changes);
  const speak = (spoken: SpokenSign): FindingSign => ({
    clue: spoken.clue.id,
    kind: spoken.sign.kind,
    text: speaker.sign(cause.id, spoken.clue.id, spoken.sign.kind, spoken.sign.values),
    sources: sourcesOf(spoken, evidence),
  });
  return {
    cause: cause.id,
    role,
    standing,
    gate: cause.gate,
    ...title,
    signs: signs.map(speak),
    unread,
    remedies: cause.remedies.map((remedy) => speakRemedy(ranked, remedy, speaker, values, host)),
    ...(verify === undefined ? {} : { verify }),
    ...(change === undefined ? {} : { change }),
    ...sinceThen(change?.at ?? since),
    ...(on === undefined ? {} : { on }),
  };
};
