import { expect } from 'chai';
import type { OrgPort, OrgRequest } from '../../../../src/evidence/org-port.ts';
import { gatheringPort } from '../../../../src/loginhistory/reading/index.ts';

const get = (path: string): OrgRequest => ({ kind: 'get', path });

const withWaves = async (use: (port: OrgPort, waves: string[][]) => Promise<void>): Promise<void> => {
  const waves: string[][] = [];
  const inner: OrgPort = {
    ...{ username: 'admin@acme.com', orgId: '', instanceUrl: '', apiVersion: '64.0' },
    spent: () => ({ roundTrips: waves.length, requests: 0, calls: 0 }),
    wave: (requests) => {
      const paths = requests.map((one) => (one.kind === 'get' ? one.path : ''));
      waves.push(paths);
      return Promise.resolve(paths.map((body) => ({ ok: true, status: 200, body })));
    },
  };
  await use(gatheringPort(inner), waves);
};

describe('questions that are asked side by side', () => {
  it('travel together, and each gets its own answers', () =>
    withWaves(async (port, waves) => {
      const twice = async (name: string): Promise<readonly unknown[]> => {
        const first = await port.wave([get(`${name}1`), get(`${name}2`)]);
        const second = await port.wave([get(`${name}3`)]);
        return [...first, ...second].map((answer) => (answer.ok ? answer.body : answer));
      };
      expect(await Promise.all([twice('a'), twice('b')])).to.deep.equal([
        ['a1', 'a2', 'a3'],
        ['b1', 'b2', 'b3'],
      ]);
      expect(waves).to.deep.equal([
        ['a1', 'a2', 'b1', 'b2'],
        ['a3', 'b3'],
      ]);
    }));

  it('one after the other are asked one after the other', () =>
    withWaves(async (port, waves) => {
      await port.wave([get('a')]);
      await port.wave([get('b')]);
      expect(waves).to.deep.equal([['a'], ['b']]);
    }));

  it('fail together where the port fails', async () => {
    const broken: OrgPort = {
      ...{ username: '', orgId: '', instanceUrl: '', apiVersion: '64.0' },
      spent: () => ({ roundTrips: 0, requests: 0, calls: 0 }),
      wave: () => Promise.reject(new Error('broken')),
    };
    const port = gatheringPort(broken);
    const asked = await Promise.allSettled([port.wave([get('a')]), port.wave([get('b')])]);
    expect(asked.map(({ status }) => status)).to.deep.equal(['rejected', 'rejected']);
  });
});
