import type { FactName } from '../model/index.ts';
import { rules } from './rules.ts';

/** The facts that the gates read: what must be gathered. */
export const planGates = (): ReadonlySet<FactName> =>
  new Set<FactName>([
    'now',
    'integration',
    'refusals',
    'attempt',
    'organization',
    ...rules.flatMap(({ checks }) => checks.flatMap(({ needs, also }) => [...needs, ...also])),
  ]);
