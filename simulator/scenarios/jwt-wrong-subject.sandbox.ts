import { cliJwt } from './prints.ts';
import { becomeSandbox } from './sandbox.ts';
import { scenario } from './scenario.ts';

export default scenario({
  id: 'jwt-wrong-subject.sandbox',
  cause: 'jwt-wrong-subject',
  title: 'The settings of production were copied to a sandbox, whose users have its name behind theirs',
  flow: 'jwt',
  prepare: (setting) => {
    becomeSandbox(setting);
    setting.client.loginHost = 'my-domain';
  },
  breaks: ({ client, user }) => {
    client.username = user.username.replace(/\.uat$/u, '');
  },
  prints: cliJwt,
  leaves: { told: "user hasn't approved this consumer" },
});
