import { createApp } from '../state/apps.ts';
import { createOrg } from '../state/org.ts';
import { codeAndText } from './prints.ts';
import { becomeSandbox } from './sandbox.ts';
import { scenario } from './scenario.ts';
import type { Setting } from './scenario.ts';

/** The production org that the sandbox was copied from, the app with its key included: so the login host knows the key. */
const addProduction = ({ world, clock, app }: Setting): void => {
  const production = createOrg({ name: 'Acme', myDomainName: 'acme', pod: 'Pr', now: clock.now() });
  const { name, developerName, consumerKey, consumerSecret } = app;
  createApp(production, { name, developerName, consumerKey, consumerSecret });
  world.orgs.push(production);
};

export default scenario({
  id: 'wrong-endpoint',
  title: 'A sandbox user is sent to the login host of production orgs',
  flow: 'password',
  prepare: (setting) => {
    becomeSandbox(setting);
    addProduction(setting);
  },
  breaks: ({ client }) => {
    client.loginHost = 'login';
  },
  prints: codeAndText,
  leaves: { told: 'authentication failure' },
});
