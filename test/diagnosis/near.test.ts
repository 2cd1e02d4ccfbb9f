import { expect } from 'chai';
import { diagnose } from '../../src/diagnosis/index.ts';
import { nearIn, withNearNamesOnly } from '../../src/diagnosis/near.ts';
import { known, valueOf } from '../../src/model/index.ts';
import { loadWords, speakFrom } from '../../src/words/index.ts';
import { evidence } from '../support/evidence.ts';

const asking = (app: string, appNames: readonly string[]) =>
  evidence({ integration: { app, sourceIps: [] }, appNames, usersNear: [] });

describe('an app that the org does not have', () => {
  it('may be one of a name that is like it', () => {
    expect(nearIn(asking('Billing', ['Bilings', 'Marketing']), ['app'])).to.deep.equal({
      users: [],
      apps: ['Bilings'],
    });
  });

  it('stands in the diagnosis with those that may be meant', () => {
    const cost = { orgRoundTrips: 0, requests: 0, milliseconds: 0 };
    const seen = { ...asking('Billing', ['Bilings']), app: known(undefined, { place: 'org' }) };
    const { absent, near } = diagnose({ evidence: seen, causes: [], speaker: speakFrom(loadWords()), cost });
    expect(absent).to.deep.equal(['app']);
    expect(near).to.deep.equal({ users: [], apps: ['Bilings'] });
  });

  it('is told beside a user that is not there, and either alone', () => {
    const usersNear = [{ id: '005', username: 'ci@acme.example', name: 'x', isActive: true }];
    const integration = { username: 'cj@acme.example', app: 'Billing', sourceIps: [] };
    const seen = evidence({ integration, usersNear, appNames: ['Bilings'] });
    const [users, apps] = [usersNear, ['Bilings']];
    expect(nearIn(seen, ['user', 'app'])).to.deep.equal({ users, apps });
    expect(nearIn(seen, ['user'])).to.deep.equal({ users, apps: [] });
    expect(nearIn(seen, ['app'])).to.deep.equal({ users: [], apps });
    expect(nearIn(seen, [])).to.equal(undefined);
  });

  it('is meant as it is written where users authorised one of that name, in whatever case', () => {
    expect(nearIn(asking('Billing', ['Bilings', 'BILLING']), ['app'])).to.equal(undefined);
  });

  it('is judged beside those that are like it alone, as is a user', () => {
    const user = (username: string) => ({ id: '005', username, name: 'x', isActive: true });
    const users = [user('ci@acme.example'), user('somebody.else@other.example')];
    const asked = evidence({
      integration: { username: 'cj@acme.example', sourceIps: [] },
      appNames: [],
      usersNear: users,
    });
    expect(valueOf(withNearNamesOnly(asked).usersNear)).to.deep.equal([users[0]]);
    const names = (...all: readonly string[]) => valueOf(withNearNamesOnly(asking('Billing', all)).appNames);
    expect(names('billing', 'Marketing', 'BILLING', 'Bilings')).to.deep.equal(['billing', 'BILLING', 'Bilings']);
  });
});
