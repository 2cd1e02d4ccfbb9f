import { newAuthorizationCode } from '../state/secrets.ts';
import { body } from './prints.ts';
import { scenario } from './scenario.ts';
import type { Stage } from './scenario.ts';

const redirectUri = 'http://localhost:1717/OauthRedirect';

/** Somebody logs in as the same user, through the same app, in a browser. */
const webLogin = async ({ org, user, app, clock, sim }: Stage): Promise<void> => {
  const code = newAuthorizationCode();
  org.codes.push({
    code,
    userId: user.id,
    appId: app.id,
    redirectUri,
    scopes: app.scopes,
    issuedAt: clock.now(),
    used: false,
  });
  const fields = { grant_type: 'authorization_code', code, redirect_uri: redirectUri };
  const answer = await fetch(`${sim.urls.myDomain}/services/oauth2/token`, {
    method: 'POST',
    headers: { 'x-simulated-source-ip': '198.51.100.41' },
    body: new URLSearchParams({ ...fields, client_id: app.consumerKey, client_secret: app.consumerSecret }),
  });
  if (!answer.ok) throw new Error(`The web login was refused: ${await answer.text()}`);
};

export default scenario({
  id: 'refresh-token-limit-exceeded',
  title: 'Five newer logins of the same user through the same app pushed the refresh token out',
  flow: 'refresh-token',
  breaks: async (stage) => {
    for (let login = 0; login < 5; login += 1) {
      await webLogin(stage);
      stage.clock.advance(12 * 60_000);
    }
  },
  prints: body,
  leaves: { told: 'expired access/refresh token' },
});
