import { causes } from './causes/index.ts';
import type { SpentInAll } from './evidence/org-wire.ts';
import type { Catalogue } from './loginhistory/naming.ts';
import type { OpenHistory } from './loginhistory/reading/index.ts';
import type { FailuresRequest } from './loginhistory/request.ts';
import type { LoginFailures } from './model/index.ts';
import { loadWords, speakFrom } from './words/index.ts';

const catalogue = (): Catalogue => {
  const speaker = speakFrom(loadWords());
  const actions = new Map(causes.map(({ id, actions: of = [] }) => [id, of]));
  const written = new Set(causes.map(({ id }) => id));
  return {
    titleOf: (id) => (written.has(id) ? speaker.cause(id).title : id),
    actionsOf: (id) => actions.get(id) ?? [],
  };
};

const timed = async (
  started: number,
  look: Promise<Omit<LoginFailures, 'cost'>>,
  spent: () => SpentInAll,
): Promise<LoginFailures> => {
  const found = await look;
  const { roundTrips, requests, calls } = spent();
  return {
    ...found,
    cost: {
      orgRoundTrips: roundTrips,
      requests,
      apiCalls: calls,
      milliseconds: Math.round(performance.now() - started),
    },
  };
};

/** Login History of an org, as `openHistory` of `look/org`. Each side is loaded when it is looked at: a file needs nothing of an org. */
export const openHistory = async (org: string, apiVersion?: string, signal?: AbortSignal): Promise<OpenHistory> => {
  const side = await import('./loginhistory/look/org.ts');
  return side.openHistory(org, apiVersion, signal);
};

/** What failed in the login file. Throws `Trouble`. `started`: `performance.now()` when the work began. */
export const failuresOfFile = async (
  path: string,
  request: FailuresRequest,
  started: number,
): Promise<LoginFailures> => {
  const { failuresInFile } = await import('./loginhistory/look/file.ts');
  return timed(started, failuresInFile(path, request, catalogue()), () => ({ roundTrips: 0, requests: 0, calls: 0 }));
};

/** What failed in the org. Throws `Trouble`. */
export const failuresOfOrg = async (
  history: OpenHistory,
  request: FailuresRequest,
  started: number,
): Promise<LoginFailures> => {
  const { failuresInOrg } = await import('./loginhistory/look/org.ts');
  return timed(started, failuresInOrg(history, request, catalogue()), () => history.port.spent());
};
