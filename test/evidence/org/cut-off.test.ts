import { expect } from 'chai';
import { isCutOff, unlessCutOff } from '../../../src/evidence/org/cut-off.ts';
import { askOrg, orgFactNames } from '../../../src/evidence/org/index.ts';
import { known, Trouble, valueOf, type FactName } from '../../../src/model/index.ts';
import type { OrgAnswer, OrgPort } from '../../../src/evidence/org-wire.ts';
import { acme, asked } from './acme.ts';
import { fakePort } from './fake-port.ts';

const source = { place: 'org', name: 'X' } as const;

const all: ReadonlySet<FactName> = new Set(orgFactNames);

const page = (body: object): OrgAnswer => ({ ok: true, status: 200, body });
const whole = page({ done: true, totalSize: 1, records: [{}] });
const part = page({ done: false, totalSize: 9, records: [{}] });

/** An org that sends a part of every list. */
const cutting = (port: OrgPort, object: RegExp): OrgPort => ({
  ...port,
  wave: async (requests) =>
    (await port.wave(requests)).map((answer, index) => {
      const request = requests[index];
      const hit = answer.ok && request?.kind === 'get' && object.test(decodeURIComponent(request.path));
      return hit ? { ...answer, body: { ...(answer.body as object), done: false } } : answer;
    }),
});

describe('lists that were cut off', () => {
  it('are known by what the org says of them', () => {
    expect([whole, part, page({ records: [{}], totalSize: 2 }), page([])].map(isCutOff)).to.deep.equal([
      false,
      true,
      true,
      false,
    ]);
  });

  it('do not tell that something is not there, and still tell what is there', () => {
    expect(unlessCutOff('app', known(undefined, source), [part]).state).to.equal('unknown');
    expect(unlessCutOff('app', known(undefined, source), [whole]).state).to.equal('known');
    expect(unlessCutOff('loginRows', known([{}], source), [part]).state).to.equal('known');
    expect(unlessCutOff('appAccess', known({ paths: [], carriers: [] }, source), [part]).state).to.equal('unknown');
  });

  it('leave the app unknown where the list of apps was cut off', async () => {
    const { facts } = await askOrg(
      cutting(fakePort({ ...acme, ConnectedApplication: [] }), /FROM ConnectedApplication/u),
      {
        ...asked,
        wanted: all,
      },
    );
    expect(facts.app.state).to.equal('unknown');
  });

  it('say nothing of how far back they reach', async () => {
    const state = async (change: (port: OrgPort) => OrgPort) => {
      const { facts } = await askOrg(change(fakePort({ ...acme, SetupAuditTrail: [] })), { ...asked, wanted: all });
      return valueOf(facts.appState);
    };
    expect(await state((port) => port)).to.have.property('trailFrom');
    expect(await state((port) => cutting(port, /FROM SetupAuditTrail WHERE Action/u))).to.not.have.property(
      'trailFrom',
    );
  });
});

describe('an API version that the org does not know', () => {
  it('is the trouble of the tool, and names the version', async () => {
    const missing = {
      ok: false,
      status: 404,
      code: 'NOT_FOUND',
      message: 'The requested resource does not exist',
    } as const;
    const port: OrgPort = {
      ...fakePort(acme),
      apiVersion: '99.0',
      wave: (requests) => Promise.resolve(requests.map(() => missing)),
    };
    const thrown: unknown = await askOrg(port, { ...asked, wanted: all }).catch((error: unknown) => error);
    expect(thrown).to.be.instanceOf(Trouble);
    expect(thrown).to.deep.include({ key: 'api-version-unusable', values: { version: '99.0', org: 'admin@acme.com' } });
  });
});
