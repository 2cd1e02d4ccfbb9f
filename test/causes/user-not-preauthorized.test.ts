import { expect } from 'chai';
import userNotPreauthorized from '../../src/causes/user-not-preauthorized.ts';
import type { Facts } from '../../src/model/index.ts';
import { healthy } from '../support/healthy.ts';
import { standing, suspecting } from '../support/standing.ts';
import { without } from '../support/without.ts';

const id = 'user-not-preauthorized';
const left: Partial<Facts> = {
  integration: healthy.integration,
  app: healthy.app,
  appAccess: { paths: [], carriers: healthy.appAccess.carriers },
  refusals: [suspecting(id)],
};

describe(id, () => {
  it('is ruled out by an assignment', () => {
    expect(standing(userNotPreauthorized, { ...left, appAccess: healthy.appAccess }).standing).to.equal('ruled-out');
  });

  it('is ruled out by an app that is open to all users, and for SOAP login', () => {
    const app = { ...healthy.app!, permittedUsers: 'self-authorized' } as const;
    expect(standing(userNotPreauthorized, { ...left, app }).standing).to.equal('ruled-out');
    const integration = { ...healthy.integration, flow: 'soap-login' } as const;
    expect(standing(userNotPreauthorized, { ...left, integration }).standing).to.equal('ruled-out');
  });

  it('makes nothing of an app whose policy is not known', () => {
    const app = without(healthy.app!, 'permittedUsers');
    expect(standing(userNotPreauthorized, { ...left, app }).said).to.deep.equal({ said: 'suggests' });
  });

  it('is proved by a user without any assignment, and names what would give one', () => {
    const proof = standing(userNotPreauthorized, left);
    expect(proof.standing).to.equal('confirmed');
    expect(proof.sentences[1]).to.include('Marketing Sync Access');
  });

  it('says of an app that nothing has that it lets nobody in, and offers no permission set of it', () => {
    const nobody = { ...left, appAccess: { paths: [], carriers: [] } };
    const proof = standing(userNotPreauthorized, nobody);
    expect(proof.said).to.include({ nobody: 'proves' }).and.not.have.property('assignment');
    expect(proof.sentences.join()).to.include('it lets nobody in');
    const integration = { ...healthy.integration, flow: 'password' } as const;
    expect(standing(userNotPreauthorized, { ...nobody, integration }).said).to.include({ nobody: 'suggests' });
    expect(userNotPreauthorized.remedies.filter(({ notBy }) => notBy?.includes('nobody') !== true).map((one) => one.id))
      .to.include('add-to-app')
      .and.not.include('assign-permission-set');
  });

  it('is only suspected of an external client app where the user may use any client of the API', () => {
    const anyApiClient = [{ via: 'permission-set', name: 'Any Client' }] as const;
    const app = { ...healthy.app!, kind: 'external-client-app' } as const;
    expect(standing(userNotPreauthorized, { ...left, app, anyApiClient }).standing).to.equal('suspected');
    expect(standing(userNotPreauthorized, { ...left, app, anyApiClient: [] }).standing).to.equal('confirmed');
    // The page says so of external client apps alone.
    expect(standing(userNotPreauthorized, { ...left, anyApiClient }).standing).to.equal('confirmed');
  });

  describe('an assignment for a time', () => {
    const now = '2026-11-23T03:00:00.000Z';
    const [path] = healthy.appAccess.carriers;
    const until = (endsAt: string) => ({ now, assignmentEnds: [{ path: path!, endsAt, apiEnabled: false }] });

    it('that is over proves it, and dates it', () => {
      const proof = standing(userNotPreauthorized, { ...left, ...until('2026-11-23T02:00:00.000Z') });
      expect(proof.said).to.include({ 'assignment-ended': 'proves' });
      expect(proof.since).to.equal('2026-11-23T02:00:00.000Z');
      expect(proof.sentences.join()).to.include('ended at 2026-11-23T02:00:00.000Z');
    });

    it('of a set that does not carry the app is not what ended', () => {
      const appAccess = { paths: [], carriers: [{ via: 'permission-set', name: 'Another' } as const] };
      const proof = standing(userNotPreauthorized, { ...left, appAccess, ...until('2026-11-23T02:00:00.000Z') });
      expect(proof.said).to.not.have.property('assignment-ended');
    });

    it('for the password flow, of which nobody says that it asks for one, is a suspicion', () => {
      const integration = { ...healthy.integration, flow: 'password' } as const;
      const said = standing(userNotPreauthorized, { ...left, integration, ...until('2026-11-23T02:00:00.000Z') }).said;
      expect(said).to.include({ 'assignment-ended': 'suggests' });
    });

    it('that is the only one foretells its end', () => {
      const { app, appAccess, integration } = healthy;
      const ahead = standing(userNotPreauthorized, {
        app,
        appAccess,
        integration,
        ...until('2026-12-01T00:00:00.000Z'),
      });
      expect(ahead).to.include({ standing: 'confirmed', on: '2026-12-01T00:00:00.000Z' });
      expect(ahead.sentences.join()).to.include('for a time only, by permission set Marketing Sync Access');
    });
  });

  it('is only suspected where a class of the app approves users', () => {
    const app = { ...healthy.app!, handler: { apexClass: 'QuotaGuard' } };
    expect(standing(userNotPreauthorized, { ...left, app }).said).to.include({ assignment: 'suggests' });
    const runAs = { username: 'robot@acme.example', isActive: true, apiEnabled: [], apiUserOnly: [], paths: [] };
    const integration = { ...healthy.integration, flow: 'client-credentials' } as const;
    const acting = (facts: Partial<Facts>) => standing(userNotPreauthorized, { integration, runAs, ...facts }).said;
    expect(acting({ app })).to.include({ 'run-as': 'suggests' });
    expect(acting({ app: { ...app, handler: {} } })).to.include({ 'run-as': 'proves' });
  });

  it('looks at the run-as user of client credentials, who is not the one that was named', () => {
    const acting = (paths: NonNullable<Facts['runAs']>['paths']): Partial<Facts> => ({
      integration: { ...healthy.integration, flow: 'client-credentials' },
      app: healthy.app,
      runAs: { username: 'robot@acme.example', isActive: true, apiEnabled: [], apiUserOnly: [], paths },
    });
    expect(standing(userNotPreauthorized, acting([])).standing).to.equal('confirmed');
    expect(standing(userNotPreauthorized, acting(healthy.appAccess.paths)).standing).to.equal('ruled-out');
    const open = { ...healthy.app!, permittedUsers: 'self-authorized' } as const;
    expect(standing(userNotPreauthorized, { ...acting([]), app: open }).standing).to.equal('ruled-out');
  });
});
