import { expect } from 'chai';
import { causes } from '../../src/causes/index.ts';
import type { Alteration, Edit } from '../../src/model/index.ts';
import { previewOf, type PreviewCase } from '../../src/preview/preview.ts';
import { loadWords, speakOfPreview } from '../../src/words/index.ts';
import { evidence, now } from '../support/evidence.ts';
import { access, profile, working } from './support.ts';

const empty: PreviewCase = {
  integrations: [],
  edits: [],
  causes: [],
  now: '2026-11-30T00:00:00Z',
  people: 0,
  baseline: [],
  lint: [],
  blindSpots: [],
  cost: { orgRoundTrips: 0, requests: 0, milliseconds: 0 },
  speaker: speakOfPreview(loadWords()),
};

const inFile = (file: string, setting: Alteration): Edit => ({
  setting,
  element: setting.set,
  at: { file, line: 3, column: 1 },
});

describe('what a preview comes to', () => {
  it('is not clear where not all logins were seen', () => {
    const outcome = (...blindSpots: readonly string[]): string => previewOf({ ...empty, blindSpots }).outcome;
    expect(outcome()).to.equal('clear');
    expect(outcome('Parts of Login History were not counted.')).to.equal('untold');
  });

  it('names first the line that shuts the gate at which the login is stopped first', () => {
    const seen = { user: 'a', app: 'Marketing Sync', person: false, sourceIps: [], logins: 1, lastLogin: now };
    const login = { seen, times: [{ from: now, to: now }], evidence: evidence(working), roads: [profile, access] };
    const edits = [
      inFile('app', { set: 'app-enabled', app: 'Marketing Sync', value: false }),
      inFile('set', { set: 'permission', path: access, name: 'TwoFactorApi', value: true }),
      inFile('profile', {
        set: 'login-ranges',
        profile: profile.name,
        value: [{ start: '10.0.0.1', end: '10.0.0.9' }],
      }),
    ];
    for (const all of [edits, edits.toReversed()]) {
      const [one] = previewOf({ ...empty, causes, integrations: [login], edits: all }).integrations;
      const gates = one?.refusing.map(({ cause }) => cause);
      expect(gates).to.include.members(['ip-restricted', 'app-blocked-or-uninstalled']);
      const files = one?.edits.map(({ at }) => at?.file);
      const first = gates?.[0] === 'ip-restricted' ? 'profile' : 'app';
      expect(files?.[0]).to.equal(first);
    }
  });
});
