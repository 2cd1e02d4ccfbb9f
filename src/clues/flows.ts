import { bearingOf, clue, flows as allFlows, rulesOut, untold, usesApp } from '../model/index.ts';
import type { CauseId, Clue, Flow } from '../model/index.ts';
import { isDecided } from './named.ts';

/** The flows that send a password: only there can it be wrong, expired, or short of its security token. */
export const passwordFlows: readonly Flow[] = ['password', 'soap-login'];

export const sendsPassword = (flow: Flow | undefined): boolean => flow !== undefined && passwordFlows.includes(flow);

/** The flows that go through an app: login() knows none. */
export const appFlows: readonly Flow[] = allFlows.filter(usesApp);

/** The flows in which no person stands by. A refresh token was got by one, and then left to a machine. */
export const serverFlows: readonly Flow[] = ['jwt', 'client-credentials', 'refresh-token', 'token-exchange'];

/** Every flow but these. */
export const flowsBut = (...flows: readonly Flow[]): readonly Flow[] =>
  allFlows.filter((flow) => !flows.includes(flow));

/**
 * Rules a cause out where the login goes by a flow in which it cannot happen; the judge then reads nothing of the state.
 * Silent while the flow is unknown, and where a wording has this cause alone: then it is the flow that is in doubt.
 */
export const otherFlow = (id: CauseId, flows: readonly Flow[]): Clue => ({
  ...clue('other-flow', ['integration', 'refusals'], ({ integration: { flow }, refusals }) => {
    if (flow === undefined) return bearingOf(flow, flows) === 'not-known' ? untold({}, '--flow') : undefined;
    return flows.includes(flow) || isDecided(refusals, id) ? undefined : rulesOut({ flow });
  }),
  bars: true,
});
