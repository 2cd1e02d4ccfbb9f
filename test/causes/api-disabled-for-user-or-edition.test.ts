import { expect } from 'chai';
import apiDisabled from '../../src/causes/api-disabled-for-user-or-edition.ts';
import type { Facts } from '../../src/model/index.ts';
import { healthy } from '../support/healthy.ts';
import { standing, suspecting } from '../support/standing.ts';

const id = 'api-disabled-for-user-or-edition';

/** Client credentials of an app that acts as another than the user who was named. */
const actingAs = (runAs: Partial<NonNullable<Facts['runAs']>>): Partial<Facts> => ({
  integration: { ...healthy.integration, flow: 'client-credentials' },
  runAs: { username: 'robot@acme.example', isActive: true, apiEnabled: [], apiUserOnly: [], paths: [], ...runAs },
});

describe(id, () => {
  it('is ruled out by the permission', () => {
    const facts = { userPermissions: healthy.userPermissions, refusals: [suspecting(id)] };
    expect(standing(apiDisabled, facts).standing).to.equal('ruled-out');
  });

  it('is not decided by permissions that were not seen', () => {
    expect(standing(apiDisabled, { refusals: [suspecting(id)] }).standing).to.equal('suspected');
  });

  it('is proved by a user without the permission', () => {
    const userPermissions = { ...healthy.userPermissions, apiEnabled: [] };
    expect(standing(apiDisabled, { userPermissions }).said).to.deep.equal({ 'api-enabled': 'proves' });
  });

  describe('an assignment for a time', () => {
    const now = '2026-11-23T03:00:00.000Z';
    const path = { via: 'permission-set', name: 'API_Access' } as const;
    const seen = (paths: Facts['userPermissions']['apiEnabled'], endsAt: string, apiEnabled = true) =>
      standing(apiDisabled, {
        now,
        userPermissions: { ...healthy.userPermissions, apiEnabled: paths },
        assignmentEnds: [{ path, endsAt, apiEnabled }],
      });

    it('that gave the permission and is over proves it, and dates it', () => {
      const proof = seen([], '2026-11-22T00:00:00.000Z');
      expect(proof.said).to.deep.equal({ 'assignment-ended': 'proves', 'api-enabled': 'proves' });
      expect(proof.since).to.equal('2026-11-22T00:00:00.000Z');
    });

    it('that gave something else, or is not over, is not what ended', () => {
      expect(seen([], '2026-11-22T00:00:00.000Z', false).said).to.deep.equal({ 'api-enabled': 'proves' });
      expect(seen([], '2026-11-24T00:00:00.000Z').said).to.deep.equal({ 'api-enabled': 'proves' });
    });

    it('that alone gives the permission foretells its end', () => {
      expect(seen([path], '2026-11-24T00:00:00.000Z')).to.include({ on: '2026-11-24T00:00:00.000Z' });
      expect(seen([path, { via: 'profile', name: 'Robots' }], '2026-11-24T00:00:00.000Z')).to.not.have.property('on');
    });
  });

  it('looks at the run-as user of client credentials, who is not the one that was named', () => {
    expect(standing(apiDisabled, actingAs({ apiEnabled: [] })).said).to.deep.equal({ 'run-as': 'proves' });
    expect(standing(apiDisabled, actingAs({ apiEnabled: [{ via: 'profile', name: 'Robots' }] })).said).to.deep.equal({
      'run-as': 'rules-out',
    });
    const named = {
      ...actingAs({ apiEnabled: [] }),
      integration: { ...healthy.integration, username: 'robot@acme.example' },
    };
    expect(standing(apiDisabled, named).said).to.deep.equal({});
  });

  it('names the integration license where its user lacks the permission, with what completes the user', () => {
    const user = { ...healthy.user!, userLicense: 'Salesforce Integration' };
    const without = { ...healthy.userPermissions, apiEnabled: [] };
    const said = (facts: Partial<Facts>) => standing(apiDisabled, facts).said;
    expect(said({ userPermissions: without, user })).to.deep.equal({
      'api-enabled': 'proves',
      'integration-license': 'suggests',
    });
    const usual = { ...user, userLicense: 'Salesforce' };
    expect(said({ userPermissions: without, user: usual })).to.deep.equal({ 'api-enabled': 'proves' });
    expect(said({ userPermissions: healthy.userPermissions, user })).to.not.have.property('integration-license');
  });
});
