import { flows, type AppGate, type Flow } from '../model/index.ts';
import type { Check } from './check.ts';

/** Flows that log in by an app: SOAP login() knows none. */
export const appFlows: readonly Flow[] = flows.filter((flow) => flow !== 'soap-login');

/** One gate: the checks that make it open, in the order in which they count. */
export type GateRule = {
  readonly id: AppGate;
  /** Flows that come through it; absent: all. */
  readonly flows?: readonly Flow[];
  /** Whether it can be looked at only when the flow is known. Default: where `flows` names some. */
  readonly needsFlow?: boolean;
  readonly checks: readonly Check[];
};
