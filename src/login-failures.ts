import { causes } from './causes/index.ts';
import { failuresInFile } from './loginhistory/look/file.ts';
import { failuresInOrg } from './loginhistory/look/org.ts';
import type { Catalogue } from './loginhistory/naming.ts';
import type { LoginHistory } from './loginhistory/reading/index.ts';
import type { FailuresRequest } from './loginhistory/request.ts';
import type { LoginFailures } from './model/index.ts';
import { loadWords, speakFrom } from './words/index.ts';

export { openHistory } from './loginhistory/look/org.ts';

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
  spent: () => { readonly roundTrips: number; readonly requests: number },
): Promise<LoginFailures> => {
  const found = await look;
  const { roundTrips, requests } = spent();
  return {
    ...found,
    cost: { orgRoundTrips: roundTrips, requests, milliseconds: Math.round(performance.now() - started) },
  };
};

/** What failed in the login file. Throws `Trouble`. `started`: `performance.now()` when the work began. */
export const failuresOfFile = (path: string, request: FailuresRequest, started: number): Promise<LoginFailures> =>
  timed(started, failuresInFile(path, request, catalogue()), () => ({ roundTrips: 0, requests: 0 }));

/** What failed in the org. Throws `Trouble`. */
export const failuresOfOrg = (
  history: LoginHistory,
  request: FailuresRequest,
  started: number,
): Promise<LoginFailures> => timed(started, failuresInOrg(history, request, catalogue()), () => history.port.spent());
