import { expect } from 'chai';
import { profileOf } from '../../../simulator/index.ts';
import { addLoginIpRange, freezeUser, letPasswordExpire, setLoginHours } from '../../../simulator/state/admin.ts';
import { noon, setStage } from './support.ts';
import type { Stage } from './support.ts';

const generic = 'Invalid username, password, security token; or user locked out.';

const envelope = (username: string, password: string): string =>
  `<?xml version="1.0"?><se:Envelope xmlns:se="http://schemas.xmlsoap.org/soap/envelope/"><se:Body><login xmlns="urn:partner.soap.sforce.com"><username>${username}</username><password>${password}</password></login></se:Body></se:Envelope>`;

describe('simulator: SOAP login()', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await setStage();
  });
  afterEach(() => stage.sim.stop());

  const login = async ({
    password,
    username,
    path = 'u/64.0',
    host,
  }: { password?: string; username?: string; path?: string; host?: string } = {}): Promise<{
    status: number;
    type: string | null;
    text: string;
  }> => {
    const body = envelope(username ?? stage.user.username, password ?? stage.user.password + stage.user.securityToken);
    const response = await fetch(`${host ?? stage.sim.urls.login}/services/Soap/${path}`, {
      method: 'POST',
      body,
      headers: { 'Content-Type': 'text/xml', SOAPAction: '""' },
    });
    return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
  };
  const element = (text: string, name: string): string | undefined =>
    new RegExp(`<${name}>([^<]*)</${name}>`).exec(text)?.[1];
  const statuses = (): string[] => stage.rows().map(({ status }) => status);
  const faults = async (code: string, message: string, row?: string, changes = {}): Promise<void> => {
    const before = stage.rows().length;
    const { status, type, text } = await login(changes);
    expect({ status, type }).to.deep.equal({ status: 500, type: 'text/xml; charset=utf-8' });
    expect(element(text, 'faultcode')).to.equal(code);
    expect(element(text, 'faultstring')).to.equal(`${code}: ${message}`);
    expect(element(text, 'sf:exceptionCode')).to.equal(code);
    expect(statuses().slice(before)).to.deep.equal(row === undefined ? [] : [row]);
  };

  it('opens a session at the My Domain of the org', async () => {
    const { status, text } = await login();
    expect(status).to.equal(200);
    const org = stage.sim.org.id.slice(0, 15);
    expect(element(text, 'serverUrl')).to.equal(`${stage.sim.urls.myDomain}/services/Soap/u/64.0/${org}`);
    expect(element(text, 'metadataServerUrl')).to.equal(`${stage.sim.urls.myDomain}/services/Soap/m/64.0/${org}`);
    expect(element(text, 'passwordExpired')).to.equal('false');
    expect(element(text, 'userId')).to.equal(stage.user.id);
    expect(stage.rows()[0]).to.include({
      status: 'Success',
      loginType: 'Other Apex API',
      application: 'N/A',
      loginUrl: 'login.salesforce.com',
      at: noon,
    });
  });

  it('is byte for byte the recorded INVALID_LOGIN', async () => {
    const { text } = await login({ password: 'wrong' });
    expect(text).to.equal(
      '<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:sf="urn:fault.partner.soap.sforce.com" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><soapenv:Body><soapenv:Fault><faultcode>INVALID_LOGIN</faultcode><faultstring>INVALID_LOGIN: Invalid username, password, security token; or user locked out.</faultstring><detail><sf:LoginFault xsi:type="sf:LoginFault"><sf:exceptionCode>INVALID_LOGIN</sf:exceptionCode><sf:exceptionMessage>Invalid username, password, security token; or user locked out.</sf:exceptionMessage></sf:LoginFault></detail></soapenv:Fault></soapenv:Body></soapenv:Envelope>',
    );
    expect(statuses()).to.deep.equal(['Invalid Password']);
  });

  it('leaves no row of an unknown user or a wrong host', async () => {
    await faults('INVALID_LOGIN', generic, undefined, { username: 'nobody@acme.com' });
    await faults('INVALID_LOGIN', generic, undefined, { host: stage.sim.urls.test });
    await faults('INVALID_LOGIN', generic, undefined, { host: stage.sim.urls.otherMyDomain });
  });

  it('wants the security token by its own code', async () => {
    const { status, text } = await login({ password: stage.user.password });
    expect(status).to.equal(500);
    expect(element(text, 'faultcode')).to.equal('LOGIN_MUST_USE_SECURITY_TOKEN');
    expect(text).to.contain('outside of your company’s trusted networks');
    expect(statuses()).to.deep.equal(['Failed: API security token required']);
  });

  it('tells hours and address apart, the rest not', async () => {
    const profile = profileOf(stage.sim.org, stage.user);
    addLoginIpRange(stage.act, profile, '198.51.100.0', '198.51.100.255');
    await faults('LOGIN_DURING_RESTRICTED_DOMAIN', 'cannot log in from current domain', 'Restricted IP');
    setLoginHours(stage.act, profile, { wednesday: { start: 0, end: 0 } });
    await faults('LOGIN_DURING_RESTRICTED_TIME', 'LOGIN_DURING_RESTRICTED_TIME', 'Restricted Time');
    freezeUser(stage.act, stage.user);
    await faults('INVALID_LOGIN', generic, 'User Is Frozen');
    stage.user.lockedUntil = noon + 1;
    await faults('INVALID_LOGIN', generic, 'Password Lockout');
    stage.sim.world.switches.soapLockout = 'PASSWORD_LOCKOUT';
    await faults('PASSWORD_LOCKOUT', 'PASSWORD_LOCKOUT', 'Password Lockout');
  });

  it('is not served by a retired version, and the row of a user says so', async () => {
    const unsupported = 'UNSUPPORTED_API_VERSION';
    await faults(unsupported, unsupported, undefined, { path: 'u/30.0', username: 'nobody@acme.com' });
    await faults(unsupported, unsupported, 'Failed: API Version Removed', { path: 'c/30.0' });
    expect(element((await login({ path: 'c/31.0' })).text, 'sessionId')).to.not.equal(undefined);
  });

  it('is off where the org has it off, and gone from version 65 on', async () => {
    stage.sim.org.settings.soapLoginEnabled = false;
    const text =
      'SOAP API login() is disabled by default in this org. Contact the org administrator to enable SOAP API login().';
    await faults('INVALID_OPERATION', text);
    await faults('UNSUPPORTED_API_VERSION', 'UNSUPPORTED_API_VERSION', undefined, { path: 'u/65.0' });
  });

  it('lets an expired password in and says so', async () => {
    profileOf(stage.sim.org, stage.user).permissions.delete('PasswordNeverExpires');
    letPasswordExpire(stage.user, noon - 1);
    expect(element((await login()).text, 'passwordExpired')).to.equal('true');
  });

  it('takes nothing but POST', async () => {
    const answer = await stage.get('/services/Soap/u/42.0');
    expect(answer.status).to.equal(405);
    expect(answer.text).to.contain('Error 405 Only POST allowed');
  });
});
