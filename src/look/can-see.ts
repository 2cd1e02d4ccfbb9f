import { causes } from '../causes/index.ts';
import { openOrg } from '../evidence/org-port.ts';
import type { CanSee } from '../model/index.ts';
import { askEverything, type SelftestRequest } from './selftest.ts';
import { leaning } from '../selftest/lean.ts';
import { sightRows } from '../selftest/sight.ts';

/** What this session may look at, and what it may not: the questions of a diagnosis, for each integration of the history. Throws `Trouble` where the org cannot be looked into. */
export const canSee = async ({ targetOrg, apiVersion, signal }: SelftestRequest): Promise<CanSee> => {
  const started = performance.now();
  let requests = 0;
  const heard = (): void => {
    requests += 1;
  };
  const port = await openOrg(targetOrg, apiVersion, { signal, heard });
  const facts = await askEverything(port, new Date().toISOString(), leaning());
  return {
    schemaVersion: 1,
    apiVersion: port.apiVersion,
    rows: sightRows(facts, causes),
    cost: { requests, milliseconds: Math.round(performance.now() - started) },
  };
};
