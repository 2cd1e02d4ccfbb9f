import { addLoginRow, createSession } from '../../../../simulator/index.ts';
import { letPasswordExpire } from '../../../../simulator/state/admin.ts';
import { noon } from '../../auth/support.ts';
import type { Stage } from '../../auth/support.ts';
import { adminOf, ask, bearer, post, query } from '../data.ts';
import { send } from '../replay.ts';
import type { Replay, Reply, Table } from '../replay.ts';
import { recordNamed } from '../record.ts';

const refused = (
  situation: string,
  ask_: Replay['ask'],
  check: Replay['check'] = 'text',
  swap?: Replay['swap'],
): Replay => ({
  situation,
  ask: ask_,
  check,
  ...(swap === undefined ? {} : { swap }),
});

const soql =
  (text: string): Replay['ask'] =>
  (stage) =>
    query(stage, text, 53);

/** `Profile` has as many letters as `Account`, so the carets stand where they stood. */
const profiles: Replay['swap'] = () => [['Account', 'Profile']];

const body = (id: string): string => recordNamed(id).request.body ?? '';

const dead = bearer('00DXXXXXXXXXXXX!dead');

const plainQuery = '/services/data/v60.0/query?q=SELECT+Id+FROM+User';

/** A session of the integration. */
const session = (stage: Stage, given: Partial<Parameters<typeof createSession>[1]>): string =>
  createSession(stage.sim.org, { userId: stage.user.id, createdAt: noon, ...given }).token;

const withSession = (
  stage: Stage,
  given: Partial<Parameters<typeof createSession>[1]>,
  path = plainQuery,
): Promise<Reply> => send(stage.sim.urls.myDomain + path, { headers: bearer(session(stage, given)) });

const withoutApiEnabled = (stage: Stage): Promise<Reply> => {
  stage.sim.org.profiles.find(({ id }) => id === stage.user.profileId)!.permissions.delete('ApiEnabled');
  return withSession(stage, {});
};

export const restTable: Table = {
  'rest-resources': {
    situation: 'what a version offers',
    ask: (stage) => ask(stage, '/services/data/v58.0'),
    check: 'members',
  },
  'rest-versions': {
    situation: 'the versions, without a session',
    ask: ({ sim }) => send(`${sim.urls.myDomain}/services/data/`),
    check: 'rows',
  },
  'rest-organization': {
    situation: 'the row of the org (fewer columns here)',
    ask: (stage) => ask(stage, `/services/data/v60.0/sobjects/Organization/${stage.sim.org.id}`),
    check: 'common',
    without: ['PrimaryContact', 'SignupCountryIsoCode', 'TrialExpirationDate'],
  },
  'rest-limits': { situation: 'limits', ask: (stage) => ask(stage, '/services/data/v58.0/limits'), check: 'members' },
  'tooling-query': {
    situation: 'the Tooling envelope (a profile for a named credential)',
    ask: (stage) => query(stage, 'SELECT FIELDS(STANDARD) FROM Profile', 58, 'tooling/query'),
    check: 'common',
  },
  'tooling-query-profile-metadata': {
    situation: 'Metadata of a profile (a simulated one has fewer parts)',
    ask: (stage) => {
      stage.sim.org.profiles[0]!.loginIpRanges = [
        { start: '127.0.0.1', end: '127.0.0.255', description: 'Mock home address' },
      ];
      return query(stage, "SELECT Name,Metadata FROM Profile WHERE Name = 'System Administrator'", 63, 'tooling/query');
    },
    check: 'members',
    without: ['Id', 'urls', 'categoryGroupVisibilities', 'classAccesses', 'fieldPermissions', 'objectPermissions'],
  },
  'tooling-query-profile-null-metadata': { not: 'why Metadata was null there is not known' },
  'rest-composite-with-error': {
    situation: 'a composite of a good and a bad query, pretty printed (profiles for accounts)',
    ask: (stage) =>
      post(
        stage,
        '/services/data/v60.0/composite',
        body('rest-composite-with-error').replace('from Account', 'from Profile'),
        {
          'x-prettyprint': '1',
        },
      ),
    check: 'text',
    swap: () => [['"totalSize" : 17', '"totalSize" : 2']],
  },
  'rest-composite-304': {
    situation: 'a composite of conditional calls, pretty printed',
    ask: (stage) => {
      stage.sim.org.createdAt = Date.parse('2020-08-14T20:53:02Z');
      return post(stage, '/services/data/v49.0/composite', body('rest-composite-304'), { 'x-prettyprint': '1' });
    },
    check: 'text',
  },
  'rest-composite-ok': { not: 'creates records of objects that are not simulated' },
  'rest-composite-batch': {
    situation: 'a batch of two queries (the source leaves rows out)',
    ask: (stage) => {
      const batchRequests = ['User', 'Profile'].map((object) => ({
        method: 'GET',
        url: `v58.0/query?q=SELECT+Name+FROM+${object}`,
      }));
      return post(stage, '/services/data/v64.0/composite/batch', JSON.stringify({ batchRequests }), {
        'x-prettyprint': '1',
      });
    },
    check: 'pieces',
    pieces: [
      '"hasErrors"',
      '"results"',
      '"statusCode"',
      '"result"',
      '"totalSize"',
      '"done"',
      '"records"',
      '"attributes"',
    ],
  },
  'rest-401-xml': refused('POST without a JSON content type in a dead session', ({ sim }) =>
    send(`${sim.urls.myDomain}/services/data/v39.0/sobjects/Contact/`, { method: 'POST', headers: dead }),
  ),
  'rest-400-invalid-field': refused(
    'an unknown column (of Profile for Account)',
    soql('SELECT Bacon__c FROM Profile LIMIT 2'),
    'text',
    profiles,
  ),
  'rest-400-malformed': refused('a query that does not begin with SELECT', soql('SELEKT Name FROM Account')),
  'rest-404': refused('an object that is not there', (stage) =>
    post(stage, '/services/data/v53.0/sobjects/PlayingCard__c', body('rest-404')),
  ),
  'rest-400-malformed-id': refused('an id of another object', (stage) =>
    post(stage, '/services/data/v53.0/sobjects/User/a00B000000FSjVUIB1', body('rest-400-malformed-id'), {}, 'PATCH'),
  ),
  'rest-400-invalid-field-dml': refused(
    'an unknown column in a body',
    (stage) => post(stage, '/services/data/v53.0/sobjects/Profile', body('rest-400-invalid-field-dml')),
    'text',
    profiles,
  ),
  'rest-401-invalid-session': refused('a dead session', ({ sim }) =>
    send(`${sim.urls.myDomain}/services/data/v51.0/sobjects/Account`, {
      method: 'POST',
      body: '{}',
      headers: { ...dead, 'content-type': 'application/json' },
    }),
  ),
  'rest-404-bad-version': refused('an API version that is none', (stage) =>
    post(stage, '/services/data/viAmABadVersion/sobjects/Account', '{}'),
  ),
  'rest-401-session-not-valid-rest': refused('a session without the api scope', (stage) =>
    withSession(stage, { scopes: ['Web'] }),
  ),
  'rest-401-mutual-auth': { not: 'mutual TLS is not simulated' },
  'rest-401-auth-header': refused('no Authorization header', ({ sim }) => send(sim.urls.myDomain + plainQuery)),
  'rest-400-url-not-reset': refused('a session on the login host', (stage) =>
    send(stage.sim.urls.login + plainQuery, { headers: bearer(session(stage, {})) }),
  ),
  'rest-403-api-disabled-org': refused('a user without API Enabled', withoutApiEnabled),
  'rest-403-api-disabled-user': refused('a user without API Enabled, in the other wording', (stage) => {
    stage.sim.world.switches.apiDisabled = 'API_CURRENTLY_DISABLED';
    return withoutApiEnabled(stage);
  }),
  'rest-403-limit': refused('a call too many', (stage) => {
    stage.sim.org.apiUsage = 100_000;
    return withSession(stage, {});
  }),
  'rest-403-limit-concurrent': { not: 'requests are answered one by one here' },
  'rest-403-expired-password': refused('a session of an expired password', (stage) => {
    stage.sim.org.profiles.find(({ id }) => id === stage.user.profileId)!.permissions.delete('PasswordNeverExpires');
    letPasswordExpire(stage.user, noon - 1);
    return withSession(stage, { flow: 'password' });
  }),
  'rest-400-query-timeout': { not: 'no query takes two minutes here' },
  'rest-400-unfilterable': refused(
    'a column that cannot be filtered (its window is replayed in soql/window.test.ts)',
    soql("SELECT Id FROM LoginHistory WHERE Status = 'x'"),
    'last-line',
    () => [['SystemModstamp', 'Status']],
  ),
  'rest-400-ungroupable': refused(
    'a column that cannot be grouped',
    soql('SELECT COUNT(Id) FROM LoginHistory GROUP BY LoginTime'),
    'last-line',
    () => [['Region__c', 'LoginTime']],
  ),
  'rest-400-aggregate-querymore': refused('more than 2,000 groups', (stage) => {
    for (let n = 0; n < 2001; n += 1)
      addLoginRow(stage.sim.org, { at: noon - n, userId: stage.user.id, status: `Status ${n}` });
    return query(stage, 'SELECT Status, COUNT(Id) FROM LoginHistory GROUP BY Status');
  }),
  'rest-400-invalid-type-short': refused('an object that is hidden', soql('SELECT Id FROM LoginEvent'), 'text', () => [
    ['ContentHubRepository', 'LoginEvent'],
  ]),
  'rest-400-malformed-quoted': refused(
    'a comma too many',
    soql('SELECT Id, Name,CreatedById, CreatedDate, LastModifiedById, LastModifiedDate, From Account '),
  ),
  'rest-400-malformed-antlr': refused('a strange character', soql('select Id from Account where id = $sfid')),
  'rest-400-duplicate-field': refused('a column twice', soql('SELECT Id, Id FROM User')),
  'rest-403-feature': { not: 'Data Cloud is not simulated' },
  'rest-503': { not: 'no overload here; a test tells the simulator what to say' },
  'rest-500': { not: 'expression sets are not simulated' },
  'rest-401-postman': refused('a dead session on another resource', ({ sim }) =>
    send(`${sim.urls.myDomain}/services/data/v64.0/connect/business-rules/decision-matrices/NAME`, {
      method: 'POST',
      body: '{}',
      headers: { ...dead, 'content-type': 'application/json' },
    }),
  ),
  'rest-403-insufficient-doc': refused(
    'the password state of another user: an object, not a list',
    (stage) => withSession(stage, {}, `/services/data/v60.0/sobjects/User/${adminOf(stage).id}/password`),
    'json',
  ),
  'rest-403-insufficient-dml': refused(
    'writing',
    (stage) => post(stage, '/services/data/v60.0/sobjects/User', '{}'),
    'json',
  ),
  'rest-bulk-invalid-session': refused(
    'a dead session on the Bulk API 1.0',
    ({ sim }) => send(`${sim.urls.myDomain}/services/async/58.0/job/ID`, { headers: { 'x-sfdc-session': 'dead' } }),
    'json',
  ),
  'rest-403-apex': { not: 'Apex REST is not simulated' },
  'rest-400-invalid-type': refused('an unknown object', soql('SELECT Id,Name,BillingCity,IsDeleted FROM Accout')),
  'rest-400-no-column-dml': refused(
    'an unknown column in a body, with an id',
    (stage) => post(stage, `/services/data/v60.0/sobjects/User/${stage.user.id}`, '{"AccountNumer":1}', {}, 'PATCH'),
    'json',
    () => [['Account"', 'User"']],
  ),
  'rest-400-duplicate-psa': refused(
    'a permission set that the user has',
    (stage) => {
      const [one] = stage.sim.org.assignments;
      const body = JSON.stringify({ AssigneeId: one?.userId, PermissionSetId: one?.permissionSetId });
      return post(stage, '/services/data/v60.0/sobjects/PermissionSetAssignment', body);
    },
    'json',
    ({ sim }) => [
      ['005ak000005hvjJ', sim.org.assignments[0]?.userId.slice(0, 15) ?? ''],
      ['0PSak00000M9uBB', sim.org.assignments[0]?.permissionSetId?.slice(0, 15) ?? ''],
    ],
  ),
  'rest-404-external-id': { not: 'no object here has an external id' },
};
