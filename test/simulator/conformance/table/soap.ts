import { createSession, profileOf } from '../../../../simulator/index.ts';
import { addLoginIpRange, letPasswordExpire } from '../../../../simulator/state/admin.ts';
import { noon } from '../../auth/support.ts';
import type { Stage } from '../../auth/support.ts';
import { soap } from '../data.ts';
import { send } from '../replay.ts';
import type { Replay, Reply, Table } from '../replay.ts';

const login = (stage: Stage, password = stage.user.password + stage.user.securityToken): Promise<Reply> =>
  soap(
    stage,
    'u/64.0',
    `<login><username>${stage.user.username}</username><password>${password}</password></login>`,
    '',
    'urn:partner.soap.sforce.com',
  );

const refused = (situation: string, prepare: (stage: Stage) => Promise<Reply>): Replay => ({
  situation,
  ask: prepare,
  check: 'text',
});

export const soapTable: Table = {
  'soap-html-405-get': {
    situation: 'GET of a SOAP address',
    ask: ({ sim }) => send(`${sim.urls.myDomain}/services/Soap/u/42.0`),
    check: 'pieces',
    pieces: [
      '<title>Error 405 Only POST allowed</title>',
      'HTTP ERROR 405',
      'Problem accessing /services/Soap/u/42.0.',
      '<pre>    Only POST allowed</pre>',
    ],
  },
  'soap-login-ok': { situation: 'login()', ask: (stage) => login(stage), check: 'elements' },
  'soap-login-ok-expired': {
    situation: 'login() with an expired password',
    ask: (stage) => {
      profileOf(stage.sim.org, stage.user).permissions.delete('PasswordNeverExpires');
      letPasswordExpire(stage.user, noon - 1);
      return login(stage);
    },
    check: 'pieces',
    pieces: ['<passwordExpired>true</passwordExpired>'],
  },
  'soap-login-ok-2007': { not: 'API 8.0 is retired; the modern answer is replayed' },
  'soap-login-invalid': refused('login() with a wrong password', (stage) => login(stage, 'wrong')),
  'soap-login-invalid-old': { not: 'the form of 2012, with a prefix; the modern one is replayed' },
  'soap-login-security-token': refused('login() without the security token', (stage) =>
    login(stage, stage.user.password),
  ),
  'soap-login-disabled': refused('login() where the org has it off', (stage) => {
    stage.sim.org.settings.soapLoginEnabled = false;
    return login(stage);
  }),
  'soap-login-trial': refused('login() after the trial', (stage) => {
    stage.sim.org.trialExpiresAt = noon - 1;
    return login(stage);
  }),
  'soap-login-restricted-domain': refused('login() from outside the login IP ranges', (stage) => {
    addLoginIpRange(stage.act, profileOf(stage.sim.org, stage.user), '198.51.100.0', '198.51.100.255');
    return login(stage);
  }),
  'soap-invalid-session': {
    situation: 'a partner call in a dead session',
    ask: (stage) => soap(stage, 'u/60.0', '<getUserInfo/>', '00DXXXXXXXXXXXX!dead', 'urn:partner.soap.sforce.com'),
    check: 'xml',
  },
  'soap-session-not-valid-api': {
    situation: 'a session without the api scope, on the Metadata API',
    ask: (stage) => {
      const { token } = createSession(stage.sim.org, { userId: stage.user.id, createdAt: noon, scopes: ['Web'] });
      return soap(
        stage,
        'm/60.0',
        '<readMetadata><type>Profile</type><fullNames>Admin</fullNames></readMetadata>',
        token,
      );
    },
    check: 'piece',
  },
  'soap-url-not-reset': { not: 'partner calls on a generic host are not simulated' },
  'soap-exceptioncode-list': { not: 'a list, not an answer' },
};
