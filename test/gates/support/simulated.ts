import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { writeHome } from '../../../simulator/home/write-home.ts';
import { loginUrlOf } from '../../../simulator/scenarios/client.ts';
import { play } from '../../../simulator/scenarios/play.ts';
import { scenario } from '../../../simulator/scenarios/scenario.ts';
import type { ScenarioFlow, Setting, Stage } from '../../../simulator/scenarios/scenario.ts';
import { causes } from '../../../src/causes/index.ts';
import { gather } from '../../../src/evidence/gather.ts';
import { openOrg } from '../../../src/evidence/org-port.ts';
import { plan } from '../../../src/diagnosis/index.ts';
import { checkGates } from '../../../src/gates/index.ts';
import type { AppCheck, Client, Integration } from '../../../src/model/index.ts';
import { loadWords, speakFrom } from '../../../src/words/index.ts';
import { inHome } from '../../support/home.ts';
import { plainly, type Kind } from './closers.ts';

const speaker = speakFrom(loadWords());

export type Simulated = {
  readonly stage: Stage;
  readonly keyFile: string | undefined;
  /** Walks through the gates as an admin would, with all that a person would say. */
  readonly check: (how?: Asked) => Promise<AppCheck>;
};

export type Asked = {
  readonly integration?: Partial<Integration>;
  readonly wanted?: Partial<Client>;
  readonly keyFile?: string;
  readonly probe?: boolean;
  /** Looked at so much later, in ms. */
  readonly later?: number;
};

export type Story = {
  readonly kind?: Kind;
  /** By which the integration logged in until now. */
  readonly flow?: ScenarioFlow;
  readonly prepare?: (setting: Setting) => void;
};

const given = (stage: Stage): Integration => ({
  username: stage.user.username,
  app: stage.app.name,
  flow: stage.client.flow,
  loginUrl: loginUrlOf(stage.client, stage.sim.urls),
  sourceIps: [stage.world.sourceIp],
});

/** A healthy org after some logins that went well; `use` breaks what it likes. */
export const simulated = async (
  { kind = 'connected-app', flow = 'jwt', prepare }: Story,
  use: (simulated: Simulated) => Promise<void>,
): Promise<void> => {
  const played = await play(
    scenario({
      id: 'gates',
      cause: undefined,
      title: 'Gates',
      flow,
      kind,
      prints: () => '',
      ...(prepare === undefined ? {} : { prepare }),
    }),
  );
  const home = mkdtempSync(path.join(os.tmpdir(), 'gates-home-'));
  const { stage, sim } = played;
  try {
    const { env, keyFile } = writeHome(home, played);
    const check = ({
      integration,
      wanted,
      keyFile: file = keyFile,
      probe = true,
      later = 0,
    }: Asked = {}): Promise<AppCheck> =>
      inHome(env, async () => {
        const port = await openOrg('admin');
        const { evidence, orgRoundTrips, requests } = await gather({
          integration: { ...given(stage), client: { ...plainly, ...wanted }, ...integration },
          keyFile: file,
          offline: false,
          probe,
          attempt: false,
          wanted: plan(causes),
          port,
          now: () => stage.clock.now() + later,
          timeoutMs: 5000,
          variables: {},
        });
        return checkGates({
          evidence,
          causes,
          speaker,
          targetOrg: { username: port.username, orgId: port.orgId, instanceUrl: port.instanceUrl },
          cost: { orgRoundTrips, requests, milliseconds: 0 },
        });
      });
    await use({ stage, keyFile, check });
  } finally {
    await sim.stop();
    rmSync(home, { recursive: true, force: true });
  }
};
