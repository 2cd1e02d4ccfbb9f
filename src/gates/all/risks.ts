import { valueOf } from '../../model/index.ts';
import type { Evidence, GateWarning, Speaker, Values } from '../../model/index.ts';

type Risk = { readonly gate: GateWarning['gate']; readonly check: string; readonly values?: Values };

const isEndless = ({ app, appOauth }: Evidence): boolean => {
  const oauth = valueOf(appOauth);
  return (
    valueOf(app)?.refreshTokenPolicy?.kind === 'infinite' &&
    oauth?.scopes.includes('refreshtoken') === true &&
    oauth.refreshTokenRotation === false
  );
};

const risksIn = (evidence: Evidence): readonly Risk[] => {
  const { notInstalled = 0, neverUsed = 0, total = 0 } = valueOf(evidence.appTokens) ?? {};
  const risks: ReadonlyArray<readonly [boolean, Risk]> = [
    [notInstalled > 0, { gate: 'app', check: 'not-installed', values: { count: notInstalled } }],
    [valueOf(evidence.app)?.permittedUsers === 'self-authorized', { gate: 'permitted-users', check: 'everybody' }],
    [valueOf(evidence.ipRelaxation) === 'bypass', { gate: 'ip', check: 'relaxed' }],
    [isEndless(evidence), { gate: 'refresh-token', check: 'endless' }],
    [neverUsed > 0, { gate: 'refresh-token', check: 'never-used', values: { count: neverUsed, total } }],
  ];
  return risks.flatMap(([is, risk]) => (is ? [risk] : []));
};

/** What no login is stopped by, and an admin wants to know of every app: the worst first. */
export const risksOf = (evidence: Evidence, speaker: Speaker): readonly GateWarning[] =>
  risksIn(evidence).map(({ gate, check, values = {} }) => ({
    gate,
    check,
    kind: 'note',
    text: speaker.risk(check, values),
  }));
