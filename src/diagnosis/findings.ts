import { enforcementIn, type Turn } from '../clues/enforced.ts';
import { bringsAbout, defined, mayBeCure, placeholders, undoes, valueOf } from '../model/index.ts';
import type {
  Cause,
  CauseId,
  Change,
  Evidence,
  FactName,
  FailingRow,
  Finding,
  FindingRemedy,
  FindingSign,
  Gate,
  Remedy,
  Source,
  Speaker,
  Values,
} from '../model/index.ts';
import { appChanged } from './app-changed.ts';
import { gateOf, type SpokenSign } from './judge.ts';
import type { Ranked } from './rank.ts';
import { remedyValues } from './remedy-values.ts';
import { ofItsDay } from './same-act.ts';
import type { FailedOn } from './same-act.ts';

/** What was only asked or told by the person: no source to show, but where the clue reads nothing else. */
const told: ReadonlySet<FactName> = new Set(['now', 'integration', 'failedAt', 'refusals', 'answers']);

const sourcesIn = (names: readonly FactName[], evidence: Evidence): readonly Source[] =>
  names.flatMap((name) => {
    const fact = evidence[name];
    return fact.state === 'known' ? [fact.source] : [];
  });

export const sourcesOf = ({ clue: { needs, also = [] } }: SpokenSign, evidence: Evidence): readonly Source[] => {
  const seen = sourcesIn(
    [...needs, ...also].filter((name) => !told.has(name)),
    evidence,
  );
  // What a person answered is their own word, whatever the text says.
  const isOfText = needs.includes('refusals') && !also.includes('answers');
  return seen.length === 0 && isOfText ? sourcesIn(['refusals'], evidence) : seen;
};

export const textOf = ({ id }: Cause, { clue, sign }: SpokenSign, speaker: Speaker): string =>
  speaker.sign(id, clue.id, sign.kind, sign.values, sign.parts);

const setupLink = (setup: string, values: Values, host: string | undefined): string | undefined => {
  const filled = setup.replaceAll(/\{([a-zA-Z]+)\}/gu, (whole, name: string) => String(values[name] ?? whole));
  if (/[<{]/u.test(filled)) return undefined;
  return host === undefined ? filled : new URL(filled, host).href;
};

/** A command for a record that is not in the org that was looked into, or for another org, would change the wrong thing. */
const isOffered = (command: string, who: Remedy['who'], { host, isElsewhere }: FindingContext): boolean =>
  !(isElsewhere && who === 'org-admin') && !(host !== undefined && command.includes(String(placeholders.userId)));

const speakRemedy = (ranked: Ranked, remedy: Remedy, values: Values, context: FindingContext): FindingRemedy => {
  const { id, who, effect } = remedy;
  const { command, ...words } = context.speaker.remedy(ranked.cause.id, id, values);
  const host = context.isElsewhere ? undefined : context.host;
  const setup = remedy.setup === undefined ? undefined : setupLink(remedy.setup, values, host);
  return {
    ...{ id, who, effect },
    ...words,
    ...(command === undefined || !isOffered(command, who, context) ? {} : { command }),
    ...defined({ setup, gives: remedy.gives }),
  };
};

/** Gates at which a login that was let in is stopped: a row with Success is no success of the integration there. */
const behindLogin: readonly Gate[] = ['mfa', 'api-access', 'scopes'];

/** Its state is there now, and proved: what stops the login today. */
const isProvedNow = ({ standing, signs }: Ranked): boolean =>
  standing === 'confirmed' && signs.some(({ clue, sign }) => clue.about === 'state' && sign.kind === 'proves');

/**
 * What was done while it failed. That began no failing, but what stops the login today may have come so: where nothing was done before that
 * brings it about, or that was undone meanwhile. What can undo it as well (a range that was added) was an attempt to cure it, where it
 * failed for the same reason from the first.
 */
const doneMeanwhile = (
  ranked: Ranked,
  { meanwhile, began }: FindingContext,
  before: Change | undefined,
): Change | undefined => {
  const { cause } = ranked;
  const isCure = (change: Change): boolean => before === undefined && began === undefined && mayBeCure(cause, change);
  const again = isProvedNow(ranked)
    ? meanwhile.find((change) => bringsAbout(cause, change) && !isCure(change))
    : undefined;
  if (again === undefined || before === undefined) return again;
  const wasUndone = meanwhile.some(
    (change) => change.at < again.at && undoes(cause, change) && !bringsAbout(cause, change),
  );
  return wasUndone ? again : undefined;
};

/**
 * The entry of a kind that brings this cause about: the last one of those made while it failed, where the state of today came so, else the
 * nearest before the first failure. What has not stopped a login yet, or stops it behind the login, may have come about before the last one
 * that went well.
 */
const changeOf = (ranked: Ranked, context: FindingContext): Change | undefined => {
  const { changes, known, changesSince } = context;
  const isOf = (change: Change): boolean => bringsAbout(ranked.cause, change);
  const before = changes.find(isOf);
  const near = doneMeanwhile(ranked, context, before) ?? before;
  if (near !== undefined || ranked.role === 'next') return near ?? known.find(isOf);
  return behindLogin.includes(gateOf(ranked))
    ? known.find((change) => isOf(change) && changesSince?.includes(change) !== true)
    : undefined;
};

/** For what it failed before this, where that was something else. */
const beganAs = ({ cause, role, standing }: Ranked, { began }: FindingContext): Finding['began'] =>
  began === undefined || role !== 'root' || standing !== 'confirmed' || began.causes.includes(cause.id)
    ? undefined
    : { row: began.row, ...defined({ change: began.change }) };

/**
 * The first entry since the failure of a kind that undoes this cause, where it is there no more. Of a failure of which nobody knows when it
 * was: since what brought it about.
 */
const undoneBy = (
  { cause, signs }: Ranked,
  { changesSince, known }: FindingContext,
  broughtAbout: Change | undefined,
): Change | undefined => {
  const isGone = signs.some(({ clue, sign }) => clue.about === 'state' && sign.kind === 'rules-out');
  const since = changesSince ?? known.filter(({ at }) => broughtAbout !== undefined && at > broughtAbout.at);
  return isGone ? since.findLast((change) => undoes(cause, change)) : undefined;
};

/** Whether it helps a login by the flow that is known. */
const helpsIn = ({ notIn }: Remedy, { integration }: Evidence): boolean =>
  notIn?.some((flow) => flow === valueOf(integration)?.flow) !== true;

/** Nothing is done to a user whom the org does not have. */
const hasItsUser = ({ setup }: Remedy, { user }: Evidence): boolean =>
  user.state !== 'known' || user.value !== undefined || setup?.includes('{userId}') !== true;

const speakFor = (clues: readonly string[] | undefined, signs: Ranked['signs']): boolean =>
  signs.some(
    ({ clue, sign }) => clues?.includes(clue.id) === true && ['proves', 'suggests', 'foretells'].includes(sign.kind),
  );

const isSpokenFor = ({ onlyBy, notBy }: Remedy, signs: Ranked['signs']): boolean =>
  (onlyBy === undefined || speakFor(onlyBy, signs)) && !speakFor(notBy, signs);

/** Where a cause has several faces, the remedies of the one that was proved, first of all those that help there alone; else all. */
const remediesOf = ({ cause, signs }: Ranked, proofs: readonly string[], evidence: Evidence): readonly Remedy[] => {
  const remedies = cause.remedies.filter(
    (remedy) => hasItsUser(remedy, evidence) && helpsIn(remedy, evidence) && isSpokenFor(remedy, signs),
  );
  const isProved = ({ provedBy }: Remedy): boolean => provedBy?.some((clue) => proofs.includes(clue)) === true;
  const proved = remedies.filter(isProved);
  return proved.length === 0 ? remedies : [...proved, ...remedies.filter(({ provedBy }) => provedBy === undefined)];
};

/** Salesforce brought it about just when the login stopped; where an admin did so too, that is told instead. */
const enforcedOn = ({ role, signs }: Ranked, { evidence, turn, speaker }: FindingContext): Finding['enforced'] => {
  const organization = valueOf(evidence.organization);
  if (role !== 'root' || turn === undefined || organization === undefined) return undefined;
  const [found] = signs.flatMap(({ sign }) => enforcementIn(sign, turn, organization.isSandbox) ?? []);
  return found === undefined ? undefined : { ...found, text: speaker.enforced(found) };
};

const sinceThen = (value: string | undefined): { readonly since?: string } =>
  value === undefined ? {} : { since: value };

/** How a failing began that goes on for another reason. */
export type Began = {
  readonly row: FailingRow;
  /** What its status can mean. */
  readonly causes: readonly CauseId[];
  readonly change?: Change;
};

export type FindingContext = {
  readonly evidence: Evidence;
  readonly changes: readonly Change[];
  /** All that is known, newest first. */
  readonly known: readonly Change[];
  /** Between the first failure and the last, newest first. */
  readonly meanwhile: readonly Change[];
  readonly began?: Began | undefined;
  /** Since the failure, newest first; undefined where nobody knows when that was. */
  readonly changesSince: readonly Change[] | undefined;
  readonly speaker: Speaker;
  /** Origin of the org, for Setup links. */
  readonly host?: string | undefined;
  /** Username of the session that looked: the commands of an admin name it. */
  readonly lookedAs?: string | undefined;
  /** The login goes to another org than the one that was looked into. */
  readonly isElsewhere: boolean;
  /** Between which logins it stopped, where both are known. */
  readonly turn?: Turn | undefined;
  readonly failedOn?: FailedOn | undefined;
  /** The address that the org recorded for the login that failed. */
  readonly sourceIp?: string | undefined;
};

/** A ranked cause, said in words. */
export const findingOf = (ranked: Ranked, context: FindingContext): Finding => {
  const { evidence, known, speaker, lookedAs, sourceIp } = context;
  const { cause, signs, unread, role, standing, ahead, since } = ranked;
  const proofs = signs.flatMap(({ clue, sign }) => (sign.kind === 'proves' ? [clue.id] : []));
  const { verify, ...title } = speaker.cause(cause.id, standing === 'confirmed' ? proofs : []);
  const nearest = role === 'later' ? undefined : changeOf(ranked, context);
  const inTrail = nearest && ofItsDay(nearest, known, context.failedOn);
  const enforced = inTrail === undefined ? enforcedOn(ranked, context) : undefined;
  const change = inTrail ?? (role === 'root' && enforced === undefined ? appChanged(ranked, context) : undefined);
  const values = remedyValues(evidence, { targetOrg: lookedAs, changedBy: change?.by, sourceIp });
  const undone = role === 'later' ? undefined : undoneBy(ranked, context, change);
  const began = beganAs(ranked, context);
  const speak = (spoken: SpokenSign): readonly FindingSign[] => {
    const { kind } = spoken.sign;
    if (kind === 'tells' || kind === 'untold') return [];
    return [{ clue: spoken.clue.id, kind, text: textOf(cause, spoken, speaker), sources: sourcesOf(spoken, evidence) }];
  };
  return {
    cause: cause.id,
    role,
    standing,
    gate: gateOf(ranked),
    ...title,
    signs: signs.flatMap(speak),
    unread,
    remedies: remediesOf(ranked, proofs, evidence).map((remedy) => speakRemedy(ranked, remedy, values, context)),
    ...defined({ verify, change, began, enforced, undone }),
    ...sinceThen(change?.at ?? since),
    ...ahead,
  };
};
