import { expect } from 'chai';
import { scenarioNamed } from '../../simulator/scenarios/index.ts';
import type { ScenarioFlow } from '../../simulator/scenarios/scenario.ts';
import { startScenario } from '../../simulator/scenarios/start.ts';
import type { Started } from '../../simulator/scenarios/start.ts';
import { recognize } from '../../src/index.ts';
import { inConsole, loginOf } from './client.ts';
import type { Client } from './client.ts';
import { expectCause } from './expected.ts';
import { gotClient } from './kinds/http.ts';
import { oauthClients, soapClients } from './kinds/index.ts';

/** What a client throws when it logs in and makes its first call; undefined where it is let in. */
const thrownBy = async (client: Client, started: Started): Promise<unknown> => {
  try {
    const token = await client.login(loginOf(started));
    await client.query?.(token);
    return undefined;
  } catch (error) {
    return error;
  }
};

type Setting = {
  readonly id: string;
  /** The clients that can meet it; absent: every OAuth client of that flow. */
  readonly clients?: readonly Client[];
  /** Salesforce has no wording of its own for it. */
  readonly open?: true;
};

const all = [...oauthClients, ...soapClients];
/** The login succeeds, and the first call is refused. */
const callers = oauthClients.filter(({ query }) => query !== undefined);

const settings: readonly Setting[] = [
  { id: 'wrong-username-or-password', clients: all },
  { id: 'missing-security-token', clients: all },
  { id: 'user-frozen', clients: all, open: true },
  { id: 'flow-blocked-org-wide' },
  { id: 'password-expired', clients: callers },
  { id: 'user-not-preauthorized' },
  { id: 'jwt-wrong-key-or-cert' },
  { id: 'app-wrong-consumer-key' },
  { id: 'ip-restricted' },
  { id: 'login-hours' },
  { id: 'missing-scope', clients: callers },
  { id: 'refresh-token-revoked-or-expired' },
  { id: 'user-inactive' },
  { id: 'flow-not-enabled' },
];

const flowOf = (id: string): ScenarioFlow => {
  const scenario = scenarioNamed(id);
  if (scenario === undefined) throw new Error(`There is no scenario "${id}".`);
  return scenario.flow;
};

describe('what real clients print is understood', () => {
  for (const { id, clients = oauthClients, open = false } of settings) {
    describe(id, () => {
      let started: Started;
      before(async () => {
        started = await startScenario(id);
      });
      after(() => started.stop());

      for (const client of clients.filter(({ flows }) => flows.includes(flowOf(id)))) {
        it(client.name, async () => {
          const error = await thrownBy(client, started);
          expect(error, 'the client was let in').to.not.equal(undefined);
          expectCause(error, id, open);
          for (const printed of Object.values(client.prints(error))) expectCause(printed, id, open);
        });
      }
    });
  }

  it("a dump without the answer, only with got's list of codes on which it would retry, confirms nothing", async () => {
    const started = await startScenario('jwt-wrong-key-or-cert');
    try {
      const dump = inConsole(await thrownBy(gotClient, started));
      expect(dump).to.include("'ETIMEDOUT'").and.not.include('invalid assertion');
      expect(recognize(dump).causes.filter(({ standing }) => standing === 'confirmed')).to.deep.equal([]);
    } finally {
      await started.stop();
    }
  });
});
