import { expect } from 'chai';
import noRunAsUser from '../../src/causes/client-credentials-no-run-as-user.ts';
import type { Facts } from '../../src/model/index.ts';
import { healthy } from '../support/healthy.ts';
import { standing, suspecting } from '../support/standing.ts';

const id = 'client-credentials-no-run-as-user';
const running = (clientCredentials: { enabled: boolean; runAs?: string }): Partial<Facts> => ({
  integration: { ...healthy.integration, flow: 'client-credentials' },
  app: { ...healthy.app!, clientCredentials },
  runAs: { username: 'robot@acme.example', isActive: true, apiEnabled: [], apiUserOnly: [], paths: [] },
  loginRows: [],
});

describe(id, () => {
  it('is ruled out for another flow, and by a run-as user while nothing points at it', () => {
    expect(standing(noRunAsUser, { ...healthy, refusals: [suspecting(id)] }).standing).to.equal('ruled-out');
    expect(standing(noRunAsUser, running({ enabled: true, runAs: 'robot@acme.example' })).standing).to.equal(
      'ruled-out',
    );
  });

  it('is not ruled out by a run-as user where a wording points at it: the user may not be fit to serve', () => {
    const facts = { ...running({ enabled: true, runAs: 'robot@acme.example' }), refusals: [suspecting(id)] };
    expect(standing(noRunAsUser, facts).standing).to.equal('suspected');
  });

  it('says nothing of a flow that is off: that is another cause', () => {
    expect(standing(noRunAsUser, running({ enabled: false })).said).to.deep.equal({});
    expect(standing(noRunAsUser, { ...running({ enabled: true }), app: healthy.app }).said).to.deep.equal({});
  });

  it('is proved by a run-as user who is not there, and left open while nobody looked', () => {
    const gone = { ...running({ enabled: true, runAs: 'robot@acme.example' }), runAs: undefined };
    expect(standing(noRunAsUser, gone).said).to.deep.equal({ serves: 'proves' });
    const unseen = { integration: gone.integration!, app: gone.app, refusals: [suspecting(id)] };
    expect(standing(noRunAsUser, unseen).standing).to.equal('suspected');
  });

  it('is proved by an app without a run-as user', () => {
    expect(standing(noRunAsUser, running({ enabled: true })).standing).to.equal('confirmed');
  });
});
