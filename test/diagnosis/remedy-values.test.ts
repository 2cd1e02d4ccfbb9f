import { expect } from 'chai';
import { remedyValues } from '../../src/diagnosis/remedy-values.ts';
import { placeholders, unknown } from '../../src/model/index.ts';
import type { App, Facts, Integration, User } from '../../src/model/index.ts';
import { evidence } from '../support/evidence.ts';
import { healthy } from '../support/healthy.ts';

const nobody = { targetOrg: undefined, changedBy: undefined, sourceIp: undefined };

describe('what the words of a remedy are filled with', () => {
  it('has the profile by its id where its name is hidden from who looks', () => {
    const { profileName, ...unnamed } = healthy.user ?? expect.fail();
    const of = (user: User): unknown => remedyValues(evidence({ user }), nobody).profileName;
    expect(of({ ...unnamed, profileName: 'Integration' })).to.equal('Integration');
    expect(of(unnamed)).to.equal(unnamed.profileId);
    expect(profileName).to.not.equal(unnamed.profileId);
  });

  it('has the pages of the app by its kind', () => {
    const of = (kind: App['kind']) => {
      const values = remedyValues(evidence({ app: { ...(healthy.app ?? expect.fail()), kind } }), nobody);
      return ['appKind', 'appManager', 'appPolicies', 'appSettings'].map((name) => values[name]);
    };
    const external = 'ManageExternalClientApplication';
    const eca = 'external-client-app';
    expect(of(eca)).to.deep.equal([eca, 'External Client App Manager', external, external]);
    const connected = 'connected-app';
    expect(of(connected)).to.deep.equal([connected, 'App Manager', 'ConnectedApplication', 'NavigationMenus']);
  });

  it('has who logs in: the run-as user before the one that was named, and the My Domain', () => {
    const of = (integration: Partial<Integration>) =>
      remedyValues(evidence({ integration: { sourceIps: [], ...integration }, myDomain: { name: 'acme' } }), nobody);
    expect(of({ username: 'ci@acme.example' })).to.include({ username: 'ci@acme.example', myDomainName: 'acme' });
    expect(of({ runAs: 'run@acme.example' })).to.include({ username: 'run@acme.example' });
    expect(of({ runAs: 'run@acme.example', username: 'ci@acme.example' }).username).to.equal('run@acme.example');
  });

  it('has the permission set by which the app is given, and no profile that gives it', () => {
    const carriers = [
      { via: 'profile', name: 'Standard User' },
      { via: 'permission-set', name: 'Sync Access' },
    ] as const;
    expect(remedyValues(evidence({ appAccess: { paths: [], carriers } }), nobody).permissionSet).to.equal(
      'Sync Access',
    );
  });

  it('has the key file that was read, else the one of the stored login', () => {
    const storedLogin = { username: 'ci@acme.example', kind: 'jwt', keyFile: 'stored.key', decrypts: true } as const;
    const { keyFile } = healthy;
    const of = (facts: Partial<Facts>): unknown => remedyValues(evidence(facts), nobody).keyFile;
    expect(of({ keyFile, storedLogin })).to.equal('server.key');
    expect(of({ storedLogin })).to.equal('stored.key');
    expect(of({ keyFile })).to.equal('server.key');
  });

  it('keeps the places of what nobody knows', () => {
    const values = remedyValues({ ...evidence({}), integration: unknown('not-asked') }, nobody);
    expect(values).to.deep.include(placeholders);
  });
});
