import { gatherApp } from './app-check.ts';
import { compareSides, counterpartOf } from './gates/index.ts';
import type { LookRequest } from './look.ts';
import { defined, Trouble } from './model/index.ts';
import type { ComparedSide } from './model/index.ts';
import { sentences } from './tell.ts';
import { loadWords } from './words/index.ts';

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

const lookInto = async (name: string, request: LookRequest, mayBeCopied: boolean): Promise<ComparedSide> => {
  try {
    const { evidence, walk } = await gatherApp(request);
    const username = mayBeCopied ? counterpartOf(evidence) : undefined;
    if (username === undefined) return { name, check: walk(evidence) };
    return await lookInto(name, { ...request, integration: { ...request.integration, username } }, false);
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    return { name, trouble: sentences(error, loadWords()) };
  }
};

/** Looks at the same login in two orgs, side by side: what keeps one from answering is told, and takes nothing from the other. */
export const lookIntoBoth = async (
  request: LookRequest,
  other: OtherOrg,
): Promise<readonly [target: ComparedSide, other: ComparedSide]> => {
  const looking = [
    lookInto(request.targetOrg ?? '', request, false),
    lookInto(other.name, elsewhere(request, other), other.username === undefined),
  ] as const;
  // What ends one of them ends the run, but not before the other has said what it has to say.
  await Promise.allSettled(looking);
  return Promise.all(looking);
};
