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

/** Where a cause has several faces, the remedies of the one that was proved; else all. */
const remediesOf = ({ cause: { remedies } }: Ranked, proofs: readonly string[]): readonly Remedy[] => {
  const fits = ({ provedBy }: Remedy): boolean => provedBy?.some((clue) => proofs.includes(clue)) ?? true;
  return remedies.some((remedy) => remedy.provedBy !== undefined && fits(remedy)) ? remedies.filter(fits) : remedies;
};

const sinceThen = (value: string | undefined): { readonly since?: string } =>
  value === undefined ? {} : { since: value };

export type FindingContext = {
  readonly evidence: Evidence;
  readonly changes: readonly Change[];
  readonly speaker: Speaker;
  /** Origin of the org, for Setup links. */
  readonly host?: string | undefined;
  /** Username of the session that looked: the commands of an admin name it. */
  readonly lookedAs?: string | undefined;
  /** The address that the org recorded for the login that failed. */
  readonly sourceIp?: string | undefined;
};

/** A ranked cause, said in words. */
export const findingOf = (
  ranked: Ranked,
  { evidence, changes, speaker, host, lookedAs, sourceIp }: FindingContext,
): Finding => {
  const { cause, signs, unread, role, standing, ahead, since } = ranked;
  const proofs = signs.flatMap(({ clue, sign }) => (sign.kind === 'proves' ? [clue.id] : []));
  const { verify, ...title } = speaker.cause(cause.id, standing === 'confirmed' ? proofs : []);
  const change = role === 'later' ? undefined : changeOf(ranked, changes);
  const values = remedyValues(evidence, { targetOrg: lookedAs, changedBy: change?.by, sourceIp });
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
    remedies: remediesOf(ranked, proofs).map((remedy) => speakRemedy(ranked, remedy, speaker, values, host)),
    ...(verify === undefined ? {} : { verify }),
    ...(change === undefined ? {} : { change }),
    ...sinceThen(change?.at ?? since),
    ...ahead,
  };
};
