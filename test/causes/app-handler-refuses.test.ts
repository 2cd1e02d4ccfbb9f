import { expect } from 'chai';
import appHandlerRefuses from '../../src/causes/app-handler-refuses.ts';
import type { App, Facts } from '../../src/model/index.ts';
import { healthy } from '../support/healthy.ts';
import { standing, suspecting } from '../support/standing.ts';

const handler = { apexClass: 'QuotaGuard' };
const seen = (app: Partial<App>, refusals: Facts['refusals'] = [suspecting('user-not-preauthorized')]) =>
  standing(appHandlerRefuses, { integration: healthy.integration, app: { ...healthy.app!, ...app }, refusals });

describe('app-handler-refuses', () => {
  it('is suspected of an app that asks a class of its own, where a user counts as not approved', () => {
    expect(seen({ handler })).to.include({ standing: 'suspected' });
    expect(seen({ handler }, [suspecting('user-not-approved')]).said).to.deep.equal({ handler: 'suggests' });
    expect(seen({ handler }).sentences.join()).to.include('QuotaGuard');
  });

  it('is not suspected for another refusal, or for none', () => {
    expect(seen({ handler }, [suspecting('user-frozen')]).said).to.deep.equal({});
    expect(seen({ handler }, []).said).to.deep.equal({});
  });

  it('is ruled out by an app without one, or that lets everybody in', () => {
    expect(seen({ handler: {} }).standing).to.equal('ruled-out');
    expect(seen({ handler, permittedUsers: 'self-authorized' }).standing).to.equal('ruled-out');
  });

  it('is left open where the metadata of the app was not read', () => {
    expect(seen({}).said).to.deep.equal({});
  });
});
