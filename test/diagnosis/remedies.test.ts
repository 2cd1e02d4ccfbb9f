import { expect } from 'chai';
import { diagnose } from '../../src/diagnosis/index.ts';
import { clue, foretells, known, placeholders, proves, rulesOut, suggests, unknown } from '../../src/model/index.ts';
import type { Cause, Evidence, Flow, Remedy, Sign, Speaker } from '../../src/model/index.ts';
import { bareCause } from '../support/bare-cause.ts';
import { silent } from '../support/silent.ts';
import { evidence } from '../support/evidence.ts';
import { healthy } from '../support/healthy.ts';

const speaker: Speaker = {
  ...silent,
  cause: (id) => ({ title: id, meaning: '' }),
  sign: (id, clueId, kind) => `${id} ${clueId} ${kind}`,
  remedy: (_id, remedy) => ({ title: remedy, steps: [] }),
  blindSpot: ({ fact, why }) => `${fact} ${why}`,
};

const cost = { orgRoundTrips: 0, requests: 0, milliseconds: 0 };

const faced = (clueId: string, sign: Sign, remedies: readonly Remedy[]): Cause =>
  bareCause({
    id: 'app-not-found-or-propagating',
    gate: 'app',
    blocks: true,

    clues: [clue(clueId, ['refusals'], () => sign)],
    remedies,
  });

describe('what a finding says to do', () => {
  it('shows the remedies and the title of the face that was proved, and all of them where none was', () => {
    const remedy = (id: string, ...provedBy: string[]): Remedy => ({
      ...({ id, who: 'nobody', effect: 'waits' } as const),
      ...(provedBy.length === 0 ? {} : { provedBy }),
    });
    const remedies = [remedy('wait', 'young', 'fresh'), remedy('make', 'gone'), remedy('always')];
    const asked: Array<readonly string[] | undefined> = [];
    const told = (one: Cause) =>
      diagnose({
        evidence: evidence({ user: undefined, refusals: [] }),
        causes: [one],
        speaker: {
          ...speaker,
          cause: (id, proofs) => {
            asked.push(proofs);
            return { title: id, meaning: '' };
          },
        },
        cost,
      }).findings[0]?.remedies.map(({ id }) => id);
    expect(told(faced('young', proves(), remedies))).to.deep.equal(['wait', 'always']);
    expect(told(faced('gone', proves(), remedies))).to.deep.equal(['make', 'always']);
    expect(told(faced('other', proves(), remedies))).to.deep.equal(['wait', 'make', 'always']);
    expect(told(faced('young', suggests(), remedies))).to.deep.equal(['wait', 'make', 'always']);
    const doubted = [...faced('young', proves(), remedies).clues, clue('against', ['user'], () => rulesOut())];
    expect(told({ ...faced('young', proves(), remedies), clues: doubted })).to.deep.equal(['wait', 'always']);
    expect(asked).to.deep.equal([['young'], ['gone'], ['other'], [], []]);
  });

  it('shows a remedy that belongs to a clue only where that one speaks for the cause', () => {
    const some = { who: 'nobody', effect: 'waits' } as const;
    const remedies: readonly Remedy[] = [
      { ...some, id: 'always' },
      { ...some, id: 'licensed', onlyBy: ['license'] },
      { ...some, id: 'unlicensed', notBy: ['license'] },
    ];
    const told = (clueId: string, sign: Sign) =>
      diagnose({
        evidence: evidence({ user: undefined, refusals: [] }),
        causes: [faced(clueId, sign, remedies)],
        speaker,
        cost,
      }).findings[0]?.remedies.map(({ id }) => id);
    expect(told('license', proves())).to.deep.equal(['always', 'licensed']);
    expect(told('license', suggests())).to.deep.equal(['always', 'licensed']);
    expect(told('license', foretells('2027-01-01T00:00:00Z'))).to.deep.equal(['always', 'licensed']);
    expect(told('other', proves())).to.deep.equal(['always', 'unlicensed']);
  });

  it('has a link into Setup only where each of its places is known, and no link but a path where the org is not', () => {
    const paths = ['a/{userId}', 'a/{appId}', 'a/Profiles'];
    const setups = (
      targetOrg?: { readonly instanceUrl: string },
      user: Evidence['user'] = known(healthy.user, { place: 'org' }),
    ) =>
      diagnose({
        evidence: { ...evidence({ refusals: [] }), user },
        causes: [
          faced(
            'gone',
            proves(),
            paths.map((setup) => ({ id: setup, who: 'org-admin', effect: 'grants-access', setup })),
          ),
        ],
        speaker,
        cost,
        ...(targetOrg === undefined ? {} : { targetOrg: { username: 'a@b.example', orgId: '00D', ...targetOrg } }),
      }).findings[0]?.remedies.map(({ setup }) => setup);
    expect(setups()).to.deep.equal([`a/${healthy.user?.id}`, undefined, 'a/Profiles']);
    expect(setups(undefined, known(undefined, { place: 'org' })), 'no such user').to.deep.equal([
      undefined,
      'a/Profiles',
    ]);
    expect(setups(undefined, unknown('not-asked')), 'nobody looked for the user').to.deep.equal([
      undefined,
      undefined,
      'a/Profiles',
    ]);
    const host = 'https://acme.my.salesforce.com';
    expect(setups({ instanceUrl: host })).to.deep.equal([
      `${host}/a/${healthy.user?.id}`,
      undefined,
      `${host}/a/Profiles`,
    ]);
  });

  it('shows no remedy that does not help in the flow that is known', () => {
    const some = { who: 'nobody', effect: 'waits' } as const;
    const remedies: readonly Remedy[] = [
      { ...some, id: 'always' },
      { ...some, id: 'not-by-jwt', notIn: ['jwt', 'web'] },
    ];
    const told = (more: Partial<Evidence>) =>
      diagnose({
        evidence: { ...evidence({ user: undefined, refusals: [] }), ...more },
        causes: [faced('gone', proves(), remedies)],
        speaker,
        cost,
      }).findings[0]?.remedies.map(({ id }) => id);
    const by = (flow: Flow) => ({ integration: known({ sourceIps: [], flow }, { place: 'asked' as const }) });
    expect(told(by('jwt'))).to.deep.equal(['always']);
    expect(told(by('password'))).to.deep.equal(['always', 'not-by-jwt']);
    expect(told({ integration: unknown('not-asked') })).to.deep.equal(['always', 'not-by-jwt']);
  });

  it('offers an admin no command for another org than the one that was looked into, and nobody one for no user', () => {
    const commands = (orgId: string, command = 'sf org open') =>
      diagnose({
        evidence: evidence({
          ...{ user: healthy.user, refusals: [], organization: healthy.organization },
          loginHost: { ...healthy.loginHost, orgId },
        }),
        causes: [
          faced('gone', proves(), [
            { id: 'theirs', who: 'org-admin', effect: 'waits' },
            { id: 'own', who: 'user', effect: 'waits' },
          ]),
        ],
        speaker: { ...speaker, remedy: (_id, remedy) => ({ title: remedy, steps: [], command }) },
        targetOrg: { username: 'a@b.example', orgId: '00D', instanceUrl: 'https://acme.my.salesforce.com' },
        cost,
      }).findings[0]?.remedies.flatMap((remedy) => (remedy.command === undefined ? [] : [remedy.id]));
    expect(commands(healthy.organization.id)).to.deep.equal(['theirs', 'own']);
    expect(commands('00D000000000002')).to.deep.equal(['own']);
    expect(commands(healthy.organization.id, `sf data update -i ${String(placeholders.userId)}`)).to.deep.equal([]);
  });

  it('fills commands with the integration’s own app, and with the session of the admin', () => {
    const values: Array<Readonly<Record<string, string | number>>> = [];
    const told = (consumerKey: string | undefined, admin?: string): void => {
      diagnose({
        evidence: evidence({
          user: undefined,
          refusals: [],
          integration: { sourceIps: [], ...(consumerKey === undefined ? {} : { consumerKey }) },
        }),
        causes: [faced('young', proves(), [{ id: 'x', who: 'user', effect: 'waits' }])],
        speaker: {
          ...speaker,
          remedy: (_id, remedy, filling) => {
            values.push(filling);
            return { title: remedy, steps: [] };
          },
        },
        ...(admin === undefined
          ? {}
          : { targetOrg: { username: admin, orgId: '00D', instanceUrl: 'https://acme.my.salesforce.com' } }),
        cost,
      });
    };
    told('3MVG9key', 'admin@acme.com');
    told('PlatformCLI');
    told(undefined);
    expect(values.map(({ ownApp }) => ownApp)).to.deep.equal([
      ' --client-id 3MVG9key',
      '',
      ' --client-id <consumer key>',
    ]);
    expect(values.map(({ targetOrg }) => targetOrg).slice(0, 2)).to.deep.equal([
      'admin@acme.com',
      '<alias of an admin>',
    ]);
  });
});
