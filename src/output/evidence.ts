import { namedIn, withNearNamesOnly } from '../look/doctor.ts';
import { defined } from '../model/index.ts';
import type { Evidence, Path, SeenIntegration, TargetOrg } from '../model/index.ts';
import { pseudonymisedSeen, spokenOf, type SeenNames } from '../report/index.ts';

type Seen = { readonly evidence: Evidence };

/** What was seen, as it may be told to others: no names but those that it is judged by, each of them known by its place. */
export const tellable = <T extends Seen>(seen: T): T => {
  const named = namedIn(seen.evidence);
  return { ...seen, evidence: withNearNamesOnly(spokenOf({ evidence: seen.evidence, named })) };
};

/** Who and what was seen, by name. */
export const namesIn = ({ evidence }: Seen): SeenNames => ({ evidence, named: namedIn(evidence) });

/**
 * What was seen of one login, to be handed on: a pseudonym for every user, org, host, address, app, file, key and id. Judged again it gives the same
 * findings, told of the pseudonyms.
 */
export const redactedRun = <T extends Seen & { readonly targetOrg?: TargetOrg }>(run: T): T => {
  const told = tellable(run);
  return pseudonymisedSeen({ ...told, redacted: true }, [namesIn(told)]);
};

type SeenLogin = Seen & {
  readonly seen: SeenIntegration;
  readonly roads?: readonly Path[] | undefined;
  readonly namesakes?: readonly string[] | undefined;
  readonly either?: readonly Evidence[] | undefined;
};

/** A login, and what it is through each of the apps of its label. */
const eachWay = ({ evidence, either = [] }: SeenLogin): readonly Seen[] =>
  [evidence, ...either].map((one) => ({ evidence: one }));

/** No change is judged by pseudonyms, so that what apps are called in files is of no use. */
const tellableLogin = <T extends SeenLogin>(login: T): T => ({
  ...tellable(login),
  namesakes: undefined,
  ...defined({ either: login.either?.map((evidence) => tellable({ evidence }).evidence) }),
});

/** As `redactedRun`, of every login of an org. */
export const redactedLogins = <
  T extends { readonly logins: readonly SeenLogin[]; readonly targetOrg?: TargetOrg | undefined },
>(
  saved: T,
): T => {
  const logins = saved.logins.map(tellableLogin);
  const names = logins.flatMap((login) => {
    const { roads = [], seen } = login;
    return eachWay(login)
      .map(namesIn)
      .map(({ evidence, named }) => ({ evidence, named: [...named, ...roads], login: seen }));
  });
  return pseudonymisedSeen({ ...saved, logins, redacted: true }, names);
};
