import { expect } from 'chai';
import { renderBrief } from '../../../src/report/index.ts';
import type { Diagnosis, LoginRow } from '../../../src/model/index.ts';
import { cases } from '../cases/index.ts';
import { page } from './page.ts';

const [suspect] = cases.undecided.findings;
const other: LoginRow = {
  id: '0Ya1',
  at: '2026-11-23T02:20:00Z',
  status: 'Restricted IP',
  success: false,
  recognised: true,
  suspects: [],
};
const change = { at: '2026-11-23T02:30:00Z', action: 'unfrozeuser', display: 'Unfroze A', about: 'user' } as const;

const screen = (more: Partial<Diagnosis>): string =>
  renderBrief({ ...cases.undecided, findings: [suspect!], ...more }, page());

describe('what the short screen tells of the record', () => {
  it('that text and record are two failures, as surely as it is known what the text means', () => {
    const [refusal] = cases.undecided.refusals;
    const told = (refusals: Diagnosis['refusals']): string =>
      screen({ recorded: { says: 'differs', other }, refusals });
    expect(told([{ ...refusal!, decides: 'user-frozen' }])).to.match(
      /Two failures: Login History shows "Restricted IP"/u,
    );
    expect(told([refusal!])).to.match(/Perhaps two failures: Login History shows "Restricted IP"/u);
    expect(told([])).not.to.match(/two failures/iu);
  });

  it('that it goes well again, and since when', () => {
    const recorded = { says: 'agrees', ageMs: 60_000, wellAgainAt: '2026-11-23T02:40:00Z' } as const;
    expect(screen({ recorded })).to.match(/went well again at\s+02:40 UTC/u);
    expect(screen({ recorded: { says: 'agrees', ageMs: 60_000 } })).not.to.include('well again');
  });

  it('who undid it, and then nothing to cure but to see that it helped', () => {
    const cured = { ...suspect!, undone: { ...change, by: 'Ann' }, verify: 'Log in once more.' };
    const shown = screen({ findings: [cured] });
    expect(shown).to.match(/Undone since\. Ann, 02:30 UTC: Unfroze A\./u);
    expect(shown)
      .to.match(/DO\s+Log in once more\./u)
      .and.not.include('Reset it.');
    expect(screen({ findings: [{ ...cured, undone: change }] })).to.include('Undone since. Somebody');
    expect(screen({})).to.include('Reset it.');
  });

  it('who brought the likeliest of several about, where somebody did', () => {
    const targetOrg = {
      username: 'ann@acme.com',
      orgId: '00D000000000001AAA',
      instanceUrl: 'https://acme.my.salesforce.com',
    };
    const [first, second] = [suspect!, { ...suspect!, cause: 'user-inactive' as const }];
    const shown = screen({
      targetOrg,
      findings: [{ ...first, change: { ...change, display: 'Froze A', by: 'Ann' } }, second],
    });
    expect(shown).to.match(/2 causes are possible\.\n {2}Ann, 02:30 UTC: Froze A\./u);
    expect(screen({ targetOrg, findings: [first, second] })).to.not.include('Froze A');
    const hint = (clue: string) => ({ clue, kind: 'suggests', text: 'The sessions are locked.', sources: [] }) as const;
    const shows = (clue: string) => screen({ targetOrg, findings: [{ ...first, signs: [hint(clue)] }, second] });
    expect(shows('locked')).to.match(/2 causes are possible\.\n {2}The sessions are locked\./u);
    for (const clue of ['said', 'in-history', 'in-event-log'])
      expect(shows(clue), clue).to.not.match(/possible\.\n {2}The sessions/u);
  });
});
