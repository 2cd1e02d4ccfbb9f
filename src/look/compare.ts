import { gatherApp, type GatheredApp } from './app-check.ts';
import { compareSides, counterpartOf } from '../gates/index.ts';
import type { LookRequest } from './look.ts';
import { defined, Trouble } from '../model/index.ts';
import type { ComparedSide } from '../model/index.ts';
import { sentences } from './tell.ts';
import { loadWords } from '../words/index.ts';

export { compareSides };

/** The org to compare with. `username`: that of the integration there; absent: the same one, or its copy in a sandbox. */
export type OtherOrg = { readonly name: string; readonly username?: string };

/** The same login in the other org. The text that it failed with, when, and the host hold for the first org only. */
const elsewhere = (request: LookRequest, { name, username = request.integration.username }: OtherOrg): LookRequest => {
  const { keyFile, swapped, apiVersion, offline, probe, attempt, signal, tell } = request;
  const { app, consumerKey, flow, sourceIps } = request.integration;
  return {
    integration: { ...defined({ username, app, consumerKey, flow }), sourceIps },
    ...defined({ keyFile, swapped, apiVersion, signal, tell }),
    targetOrg: name,
    offline,
    probe,
    attempt,
  };
};

/** What was seen, as it may be told. */
type Telling = (seen: GatheredApp) => GatheredApp;

const lookInto = async (
  name: string,
  request: LookRequest,
  { mayBeCopied, told }: { readonly mayBeCopied: boolean; readonly told: Telling },
): Promise<ComparedSide> => {
  try {
    const seen = await gatherApp(request);
    const username = mayBeCopied ? counterpartOf(seen.evidence) : undefined;
    if (username === undefined) return { name, check: seen.walk(told(seen).evidence) };
    return await lookInto(
      name,
      { ...request, integration: { ...request.integration, username } },
      { mayBeCopied: false, told },
    );
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    return { name, trouble: sentences(error, loadWords()) };
  }
};

/** Looks at the same login in two orgs, side by side: what keeps one from answering is told, and takes nothing from the other. */
export const lookIntoBoth = async (
  request: LookRequest,
  other: OtherOrg,
  told: Telling = (seen) => seen,
): Promise<readonly [target: ComparedSide, other: ComparedSide]> => {
  const looking = [
    lookInto(request.targetOrg ?? '', request, { mayBeCopied: false, told }),
    lookInto(other.name, elsewhere(request, other), { mayBeCopied: other.username === undefined, told }),
  ] as const;
  // What ends one of them ends the run, but not before the other has said what it has to say.
  await Promise.allSettled(looking);
  return Promise.all(looking);
};
