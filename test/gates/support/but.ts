import type { App, AppOauth, Client, Facts, Flow, GateState, Grant } from '../../../src/model/index.ts';
import { healthy } from '../../support/healthy.ts';
import { without } from '../../support/without.ts';
import { longAgo, openCase, plainly, type Case, type Kind } from './closers.ts';
import { gateOf, walked } from './walked.ts';

export type Change = {
  readonly facts?: Partial<Facts>;
  readonly wanted?: Partial<Client>;
  readonly kind?: Kind;
  readonly hide?: keyof Facts;
};

/** A case in which every gate is open, but for what is said here. */
export const but = (flow: Flow, { facts = {}, wanted = {}, kind, hide }: Change): Case => {
  const open = openCase(flow, kind);
  const seen: Partial<Facts> = { ...open.facts, loginRows: longAgo(open.facts.loginRows ?? []), ...facts };
  return { facts: hide === undefined ? seen : without(seen, hide), wanted: { ...plainly, ...wanted } };
};

export const app = (over: Partial<App>): Partial<Facts> => ({ app: { ...openCase('jwt').facts.app!, ...over } });

export const oauth = (over: Partial<AppOauth>): Partial<Facts> => ({
  appOauth: { ...openCase('jwt').facts.appOauth!, ...over },
});

export const from = (...sourceIps: readonly string[]): Pick<Facts, 'integration'> => ({
  integration: { ...healthy.integration, sourceIps },
});

export const grant = (createdAt: string, lastUsedAt?: string): Grant => ({
  appName: 'Marketing Sync',
  createdAt,
  ...(lastUsedAt === undefined ? {} : { lastUsedAt }),
});

export const stateOf = (flow: Flow, change: Change, gate: Parameters<typeof gateOf>[1]): GateState =>
  gateOf(walked(but(flow, change)), gate).state;
