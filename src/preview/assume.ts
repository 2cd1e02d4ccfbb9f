import { known, nothingGiven, unknown, valueOf, wholeEvidence } from '../model/index.ts';
import type { Evidence, Facts, Fact, Flow, Integration, LoginRow, SeenIntegration } from '../model/index.ts';
import { flowsOfRow } from '../loginhistory/one-login/index.ts';
import type { Watched } from './integrations.ts';

const asked = { place: 'asked' } as const;

type Learnt = Pick<Evidence, 'app' | 'appOauth'>;

const perhapsSigned: ReadonlyArray<Flow | undefined> = ['jwt', 'device'];

/** Of a row that leaves JWT bearer and device: where the app holds a certificate and has no device flow, only a signed assertion is left. */
const signsIn = (row: LoginRow, { appOauth }: Learnt): boolean => {
  const oauth = valueOf(appOauth);
  const isLeft = flowsOfRow(row).every((flow) => perhapsSigned.includes(flow));
  return isLeft && oauth?.certificate !== undefined && oauth.deviceFlowEnabled !== true;
};

/**
 * A client whose assertion was taken after the app was last changed signs with the key of the certificate that the app holds now.
 * `path`: what to call that key.
 */
const keyThatSigns = (
  { lastLogin }: SeenIntegration,
  flow: Flow | undefined,
  { app, appOauth }: Learnt,
  path: string,
): Fact<Facts['keyFile']> => {
  const certificate = valueOf(appOauth)?.certificate;
  const changedAt = valueOf(app)?.changedAt;
  const isOfNow = lastLogin !== undefined && (changedAt === undefined || changedAt < lastLogin);
  if (flow !== 'jwt' || certificate?.bits === undefined || certificate.keyType !== 'rsa' || !isOfNow)
    return unknown('not-asked', '--jwt-key-file');
  const { spki, bits } = certificate;
  return known({ state: 'usable', path, spki, bits }, { place: 'org', name: 'LoginHistory' });
};

/** How far ahead the end of a certificate counts, in days. */
const certWarnDays = 30;

const integrationOf = (seen: SeenIntegration, flow: Flow | undefined, label: string | undefined): Integration => ({
  username: seen.user,
  sourceIps: seen.sourceIps,
  client: { needs: [], certWarnDays },
  ...(seen.app === undefined ? {} : { app: seen.app, appLabel: label ?? seen.app }),
  ...(flow === undefined ? {} : { flow }),
  ...(seen.loginUrl === undefined ? {} : { loginUrl: seen.loginUrl }),
});

/** The evidence of an integration, from what the org tells of its user and app, and what its logins tell. Pure. */
export const evidenceOf = (
  { seen, row }: Watched,
  facts: Partial<Evidence> & Learnt,
  { now, keyInUse }: { readonly now: string; readonly keyInUse: string },
): Evidence => {
  const flow = seen.flow ?? (row !== undefined && signsIn(row, facts) ? 'jwt' : undefined);
  const told: Partial<Evidence> = {
    ...facts,
    ...nothingGiven,
    now: known(now, { place: 'clock' }),
    failedAt: known(undefined, asked),
    integration: known(integrationOf(seen, flow, valueOf(facts.app)?.name), { place: 'org', name: 'LoginHistory' }),
    refusals: known([], asked),
    keyFile: keyThatSigns(seen, flow, facts, keyInUse),
    loginRows: known(row === undefined ? [] : [row], { place: 'org', name: 'LoginHistory' }),
  };
  return wholeEvidence(told, unknown('not-asked'));
};
