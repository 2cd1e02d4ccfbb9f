import { causes } from '../causes/index.ts';
import type { PortOptions } from '../evidence/org-port.ts';
import type { SpentInAll } from '../evidence/org-wire.ts';
import type { Catalogue } from '../loginhistory/naming.ts';
import type { OpenHistory } from '../loginhistory/reading/index.ts';
import type { FailuresRequest } from '../loginhistory/request.ts';
import { defined, placeholders } from '../model/index.ts';
import type { LoginFailures } from '../model/index.ts';
import { loadWords, speakFrom } from '../words/index.ts';

/** A command that still has a gap in it is no command to copy. */
const isWhole = (command: string | undefined): command is string =>
  command !== undefined && !/<[a-z][^>]*>/iu.test(command);

/** `targetOrg`: by which the remedies of an org name it. */
const catalogue = (targetOrg?: string): Catalogue => {
  const speaker = speakFrom(loadWords());
  const remedies = new Map(causes.map(({ id, remedies: all }) => [id, all]));
  const actions = new Map(causes.map(({ id, actions: of = [] }) => [id, of]));
  const written = new Set(causes.map(({ id }) => id));
  return {
    titleOf: (id) => (written.has(id) ? speaker.cause(id).title : id),
    actionsOf: (id) => actions.get(id) ?? [],
    remedyOf: (id, { user, app }) => {
      // What helps only by what proved the cause is for the doctor, who sees that.
      const remedy = remedies.get(id)?.find(({ provedBy }) => provedBy === undefined);
      if (remedy === undefined) return undefined;
      const values = { ...placeholders, ...defined({ username: user, login: user, app, targetOrg }) };
      const { command, ...said } = speaker.remedy(id, remedy.id, values);
      return {
        id: remedy.id,
        who: remedy.who,
        effect: remedy.effect,
        ...said,
        ...(isWhole(command) ? { command } : {}),
      };
    },
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
export const openHistory = async (
  org: string,
  apiVersion?: string,
  listening: Pick<PortOptions, 'signal' | 'heard'> = {},
): Promise<OpenHistory> => {
  const side = await import('../loginhistory/look/org.ts');
  return side.openHistory(org, apiVersion, listening);
};

/** What failed in the login file. Throws `Trouble`. `started`: `performance.now()` when the work began. */
export const failuresOfFile = async (
  path: string,
  request: FailuresRequest,
  started: number,
): Promise<LoginFailures> => {
  const { failuresInFile } = await import('../loginhistory/look/file.ts');
  return timed(started, failuresInFile(path, request, catalogue()), () => ({ roundTrips: 0, requests: 0, calls: 0 }));
};

/** What failed in the org. Throws `Trouble`. */
export const failuresOfOrg = async (
  history: OpenHistory,
  request: FailuresRequest,
  started: number,
): Promise<LoginFailures> => {
  const { failuresInOrg } = await import('../loginhistory/look/org.ts');
  return timed(started, failuresInOrg(history, request, catalogue(request.targetOrg)), () => history.port.spent());
};
