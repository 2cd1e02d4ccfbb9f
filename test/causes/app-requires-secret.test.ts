import { expect } from 'chai';
import appRequiresSecret from '../../src/causes/app-requires-secret.ts';
import type { ClientSends, Flow } from '../../src/model/index.ts';
import { healthy } from '../support/healthy.ts';
import { deciding, standing, suspecting } from '../support/standing.ts';

const id = 'app-requires-secret';
const by = (flow: Flow) => ({ integration: { ...healthy.integration, flow }, refusals: [suspecting(id)] });
const oauth = (secretRequiredForRefresh: boolean, secretOptional: boolean) => ({
  appOauth: { ...healthy.appOauth!, secretRequiredForRefresh, secretOptional },
});

describe(id, () => {
  it('is ruled out for a flow without a secret, and by an app that requires none', () => {
    expect(standing(appRequiresSecret, by('jwt')).standing).to.equal('ruled-out');
    expect(standing(appRequiresSecret, { ...by('refresh-token'), ...oauth(false, false) }).standing).to.equal(
      'ruled-out',
    );
    expect(standing(appRequiresSecret, { ...by('web'), ...oauth(true, true) }).standing).to.equal('ruled-out');
  });

  it('makes nothing of the requirement while nothing points at it: the secret may well be sent', () => {
    expect(standing(appRequiresSecret, { ...by('web'), ...oauth(true, false), refusals: [] }).said).to.deep.equal({});
  });

  it('is only suspected by the requirement, proved by a wording that has it alone', () => {
    const required = { ...by('refresh-token'), ...oauth(true, false) };
    expect(standing(appRequiresSecret, required).said).to.deep.equal({
      said: 'suggests',
      'refresh-secret': 'suggests',
    });
    expect(standing(appRequiresSecret, { ...required, refusals: [deciding(id)] }).standing).to.equal('confirmed');
  });

  it('is proved by a stored login that holds no secret, where the app requires one', () => {
    const storedLogin = { username: 'ci@acme.example', kind: 'refresh-token', secret: false, decrypts: true } as const;
    const facts = { ...by('refresh-token'), storedLogin };
    expect(standing(appRequiresSecret, { ...facts, ...oauth(true, false) }).standing).to.equal('confirmed');
    expect(standing(appRequiresSecret, { ...facts, ...oauth(false, false) }).standing).to.equal('ruled-out');
    const kept = { ...storedLogin, secret: true };
    expect(standing(appRequiresSecret, { ...facts, ...oauth(true, false), storedLogin: kept }).standing).to.equal(
      'suspected',
    );
  });

  it('is proved by a client that sends none where it must, and by no client of which nobody said', () => {
    const sending = (flow: Flow, sends?: readonly ClientSends[]) => ({
      ...oauth(true, false),
      integration: {
        ...healthy.integration,
        flow,
        client: { needs: [], ...(sends === undefined ? {} : { sends }) },
      },
    });
    for (const flow of ['web', 'refresh-token', 'client-credentials', 'password'] as const) {
      expect(standing(appRequiresSecret, sending(flow, ['nothing'])).standing, flow).to.equal('confirmed');
      expect(standing(appRequiresSecret, sending(flow, ['secret'])).standing, flow).to.equal('ruled-out');
      expect(standing(appRequiresSecret, sending(flow)).said, flow).to.deep.equal({});
    }
    const free = { ...sending('web', ['nothing']), ...oauth(false, true) };
    expect(standing(appRequiresSecret, free).standing).to.equal('ruled-out');
  });
});
