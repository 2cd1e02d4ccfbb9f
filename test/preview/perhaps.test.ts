import { expect } from 'chai';
import type { Alteration, Facts } from '../../src/model/index.ts';
import { healthy } from '../support/healthy.ts';
import { judged, profile, told, working } from './support.ts';

const app = 'Marketing Sync';
const elsewhere = [{ start: '198.51.100.0', end: '198.51.100.255' }];

const byFlow = (flow: NonNullable<Facts['integration']['flow']>): Partial<Facts> => ({
  integration: { ...working.integration, flow },
});

const noCertificate: Alteration = { set: 'certificate', app, value: undefined };
const enforced: Alteration = { set: 'ip-relaxation', app, value: 'enforce' };
const nobody: Alteration = { set: 'app-carriers', app, profiles: [], sets: [] };

describe('what a file does not name', () => {
  it('cannot be told where a login would be refused if it were set back, and names it', () => {
    const { verdict, untold, refusing } = judged([], { unnamed: [noCertificate, enforced] });
    expect(verdict).to.equal('untold');
    expect(untold.map(({ edit }) => edit.setting)).to.deep.equal([noCertificate]);
    expect(refusing).to.deep.equal([]);
  });

  it('goes on where the org says the same, and where it bears on another flow', () => {
    expect(told([], { unnamed: [enforced] })).to.equal('goes-on');
    const relaxed = { ipRelaxation: 'bypass', loginIpRanges: elsewhere } as const;
    expect(told([], { unnamed: [enforced], facts: relaxed })).to.match(/^untold/u);
    expect(told([], { unnamed: [noCertificate], facts: byFlow('web') })).to.equal('goes-on');
    expect(told([], { unnamed: [{ ...noCertificate, app: 'Other App' }] })).to.equal('goes-on');
  });

  it('is refused where something else refuses it either way', () => {
    const shut: Alteration = { set: 'login-ranges', profile: profile.name, value: elsewhere };
    expect(told([shut], { unnamed: [noCertificate] })).to.equal('refused ip-restricted');
    // What would let it in again, if it were set back.
    const needed = {
      app: { ...healthy.app!, permittedUsers: 'admin-approved' as const },
      appAccess: { paths: [], carriers: [] },
    };
    const free: Alteration = { set: 'permitted-users', app, value: 'self-authorized' };
    expect(told([], { facts: needed })).to.equal('refused-already user-not-preauthorized');
    expect(told([], { facts: needed, unnamed: [free] })).to.match(/^untold/u);
  });

  it('is asked of each by itself: one may let in what another one keeps out', () => {
    const free: Alteration = { set: 'permitted-users', app, value: 'self-authorized' };
    const facts = { appAccess: { paths: [], carriers: [] }, ipRelaxation: 'bypass', loginIpRanges: elsewhere } as const;
    expect(told([], { facts, unnamed: [free, enforced] })).to.match(/^untold/u);
  });

  it('is who may use an app, too, where only those may who are approved', () => {
    expect(told([], { unnamed: [nobody] })).to.match(/^untold/u);
    const open = { app: { ...healthy.app!, permittedUsers: 'self-authorized' as const } };
    expect(told([], { unnamed: [nobody], facts: open })).to.equal('goes-on');
  });
});
