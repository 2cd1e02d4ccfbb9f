import type { OrgPort } from '../../../src/evidence/org-wire.ts';
import { failuresInOrg, openHistory } from '../../../src/loginhistory/look/org.ts';
import type { Catalogue } from '../../../src/loginhistory/naming.ts';
import type { FailuresRequest } from '../../../src/loginhistory/request.ts';
import type { LoginFailures } from '../../../src/model/index.ts';
import { causes } from '../../../src/causes/index.ts';
import { startScenario } from '../../../simulator/scenarios/start.ts';
import type { Started, StartOptions } from '../../../simulator/scenarios/start.ts';
import { inHome } from '../../support/home.ts';

export const catalogue: Catalogue = {
  titleOf: (id) => `(${id})`,
  actionsOf: (id) => causes.find((cause) => cause.id === id)?.actions ?? [],
  remedyOf: (id, { user }) => ({
    id: 'cure',
    who: 'org-admin',
    effect: 'grants-access',
    title: `Cure ${id} of ${user ?? 'some'}`,
    steps: [],
  }),
};

export const none = { usernames: [], apps: [], sourceIps: [], loginTypes: [], statuses: [] };

export type Looking = Partial<Omit<FailuresRequest, 'filters'>> & {
  readonly filters?: Partial<FailuresRequest['filters']>;
};

/** What the org's administrator is told. */
export const lookAt = (
  { info, stage }: Started,
  asked: Looking = {},
  change: (port: OrgPort) => OrgPort = (port) => port,
): Promise<Omit<LoginFailures, 'cost'>> =>
  inHome(info.env, async () => {
    const { port, history } = await openHistory('admin');
    return failuresInOrg(
      { port: change(port), history },
      { by: 'cause', now: stage.clock.now(), ...asked, filters: { ...none, ...asked.filters } },
      catalogue,
    );
  });

/** Plays a scenario, prepares it and lets `use` see it. */
export const withOrg = async (
  scenario: string,
  options: StartOptions,
  prepare: (started: Started) => void,
  use: (started: Started) => Promise<void>,
): Promise<void> => {
  const started = await startScenario(scenario, options);
  try {
    prepare(started);
    await use(started);
  } finally {
    await started.stop();
  }
};
