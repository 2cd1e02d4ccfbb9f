import { expect } from 'chai';
import notPreauthorized from '../../src/causes/user-not-preauthorized.ts';
import type { Change } from '../../src/model/index.ts';
import { healthy } from '../support/healthy.ts';
import { row, standing, suspecting } from '../support/standing.ts';
import { without } from '../support/without.ts';

const change = (at: string, action: string, display: string, about: Change['about'] = 'app'): Change => ({
  ...{ at: `2026-11-23T${at}:00Z`, action, display, about },
});
const access = 'SetupEntityAccessAudit_PermissionSet_ConnectedApplication';
const taken = change('00:10', `${access}_Disabled`, 'connected app is disabled');
const given = change('01:10', `${access}_Enabled`, 'connected app is enabled');
const failed = row('2026-11-23T00:40:00Z', {
  success: false,
  status: 'A status',
  suspects: ['user-not-preauthorized'],
});

describe('what was brought about before a failure, and undone since', () => {
  const seen = { ...healthy, loginRows: [failed], changes: [given, taken] };

  it('is suspected, though it is not there now', () => {
    const { standing: how, said, sentences } = standing(notPreauthorized, seen);
    expect(how).to.equal('suspected');
    expect(said).to.include({ assignment: 'rules-out', undone: 'suggests' });
    expect(sentences.join(' ')).to.include('connected app is disabled').and.include('connected app is enabled');
  });

  it('is so without a row, where a text can mean it', () => {
    const text = { ...seen, loginRows: [], refusals: [suspecting('user-not-preauthorized')] };
    expect(standing(notPreauthorized, text).standing).to.equal('suspected');
    expect(standing(notPreauthorized, { ...text, refusals: [suspecting('user-frozen')] }).said).not.to.have.property(
      'undone',
    );
  });

  it('is not where the failure lies before or behind both, where one is missing, or where they are about something else', () => {
    const at = (when: string) => [{ ...failed, at: `2026-11-23T${when}:00Z` }];
    const other = [given, taken].map((one) => ({ ...one, about: 'other' }) as const);
    for (const facts of [
      { loginRows: at('00:05') },
      { loginRows: at('01:20') },
      { changes: [taken] },
      { changes: [given] },
      { changes: [taken, given].map((one, index) => ({ ...one, at: index === 0 ? given.at : taken.at })) },
      { changes: other },
      { loginRows: [{ ...failed, suspects: ['user-frozen' as const] }] },
    ])
      expect(standing(notPreauthorized, { ...seen, ...facts }).standing, JSON.stringify(facts)).to.equal('ruled-out');
  });

  it('leaves nothing undecided where the trail cannot be read', () => {
    expect(standing(notPreauthorized, without(seen, 'changes')).standing).to.equal('ruled-out');
  });
});
