import { expect } from 'chai';
import type { BlindSpot, Change, Diagnosis, Refusal } from '../../src/model/index.ts';
import { renderTerminal } from '../../src/report/index.ts';
import { cases } from './cases/index.ts';
import { words } from './words.ts';
import { certLater, found, ipNext, notPreauthorized } from './cases/found.ts';
import { undecided } from './cases/undecided.ts';

const lines = (diagnosis: Diagnosis, width = 120): readonly string[] =>
  renderTerminal(diagnosis, { width, colour: false, words }).split('\n');

const titles = [
  'Why it fails',
  'Nothing blocks this login',
  'Not recognised',
  'What you will hit next',
  'What will break later',
  'What changed',
  'Could not see',
];

/** The lines under a title, up to the next one. */
const under = (title: string, diagnosis: Diagnosis): string => {
  const all = lines(diagnosis);
  const start = all.indexOf(title);
  const end = all.findIndex((line, index) => index > start && titles.includes(line));
  return start === -1 ? '' : all.slice(start + 1, end === -1 ? all.length : end).join('\n');
};

const without = <T extends object, K extends keyof T>(data: T, ...keys: readonly K[]): Omit<T, K> =>
  Object.fromEntries(Object.entries(data).filter(([key]) => !keys.some((one) => one === key))) as Omit<T, K>;

const spot = (more: Partial<BlindSpot>): BlindSpot => ({
  fact: 'user',
  why: 'denied',
  text: 'We could not see the user.',
  causes: ['user-inactive'],
  ...more,
});

describe('the header', () => {
  it('leaves out what is not known', () => {
    const [first, second] = lines({ ...cases.unknownText, refusals: [] });
    expect(first).to.equal('User  integration.marketing@acme.com');
    expect(second).to.equal('');
  });

  it('names an app once where name, label and key are the same', () => {
    const integration = { app: 'Sync', appLabel: 'Sync', sourceIps: [] };
    expect(lines({ ...undecided, integration })).to.include('App      Sync');
  });

  it('tells our own attempt from the text that was given', () => {
    const [refusal] = found.refusals;
    const mine: Refusal = { ...refusal!, origin: 'attempt', host: 'login.salesforce.com', count: 1, line: 1 };
    expect(lines({ ...found, refusals: [mine] }).join('\n')).to.include(
      "user hasn't approved this consumer (HTTP 400, from login.salesforce.com, our own attempt)",
    );
  });

  it('shows a refusal without code and description as its text, on one line', () => {
    const refusal: Refusal = {
      channel: 'html',
      origin: 'text',
      text: 'Login\n  error',
      count: 1,
      phrase: 'x',
      suspects: [],
    };
    expect(lines({ ...undecided, refusals: [refusal] })).to.include('Refused  Login error');
  });
});

describe('why it fails', () => {
  it('says who must act, with steps, command, link, risk and how to verify', () => {
    const text = under('Why it fails', found);
    for (const word of [
      'Confirmed: The user is not assigned to the app. (user-not-preauthorized)',
      'Who      an admin of the org',
      'Steps    1. Open the app',
      'Command  sf org assign permset --name Marketing_Sync',
      'Setup    https://acme.my.salesforce.com/lightning/setup/ConnectedApplication/home',
      'Risk     The permission set',
      'Verify   Log in again',
    ])
      expect(text).to.include(word);
  });

  it('names the change, who made it and how long before the first failure', () => {
    expect(under('Why it fails', found)).to.match(
      /Change {3}2026-11-22 23:10:00 UTC, ada\.admin@acme\.com: Permission set[\s\S]*\(3 h 4 min before the first failure\)/u,
    );
  });

  it('puts proofs first, and times as a person reads them', () => {
    const signs = notPreauthorized.signs
      .toReversed()
      .map((sign) => ({ ...sign, text: 'At 2026-11-23T18:02:38.450Z.' }));
    const text = under('Why it fails', { ...found, findings: [{ ...notPreauthorized, signs }] });
    expect(text).to.match(/Proof .*\n\s*Hint .*\n\s*Against /u);
    expect(text).to.include('At 2026-11-23 18:02:38 UTC.').and.not.to.include('T18:02');
  });

  it('says since when where no change explains it', () => {
    const alone = without(notPreauthorized, 'change');
    expect(under('Why it fails', { ...found, findings: [alone] })).to.include('Since    2026-11-22 23:10:00 UTC');
  });

  it('shows suspects after the confirmed root, in short', () => {
    const [suspect] = undecided.findings;
    const worded = under('Why it fails', { ...found, findings: [notPreauthorized, suspect!] });
    expect(worded, 'what only the wording leaves open is no news').not.to.include('Also possible');
    const seen = {
      ...suspect!,
      signs: [{ clue: 'password-changed', kind: 'suggests' as const, text: 'It was changed.', sources: [] }],
    };
    const text = under('Why it fails', { ...found, findings: [notPreauthorized, seen] });
    expect(text).to.include('Also possible:\n\n  Suspected: The username or the password is wrong.');
    expect(text).not.to.include('Reset it.');
  });

  it('says so where what blocks does not account for the refusal', () => {
    expect(under('Why it fails', { ...found, outcome: 'inconclusive', findings: [ipNext] })).to.include(
      'Nothing that we saw accounts for this refusal.',
    );
  });

  it('says that a transient cause passes', () => {
    expect(under('Why it fails', cases.transient)).to.include('the same call can succeed later');
  });

  it('gives a lone suspect at full length', () => {
    const [suspect] = undecided.findings;
    const text = under('Why it fails', { ...undecided, findings: [suspect!] });
    expect(text).to.include('One cause is suspected').and.to.include('1. Reset it.');
  });

  it('says what would decide between suspects, from afar and by hand', () => {
    const text = under('Why it fails', undecided);
    expect(text).to.include('Run again with `--target-org` to see the login rows and the user login.');
    expect(text).to.include('By hand: Setup > Login History');
    expect(text, 'what no suspect waits for').not.to.include('--jwt-key-file');
  });

  it('says what to do where all was seen and it is still open', () => {
    expect(under('Why it fails', { ...undecided, blindSpots: [] })).to.include('Try the fixes in this order');
  });

  it('says so where nothing stands', () => {
    expect(under('Why it fails', cases.unknownText)).to.include('no cause stands out');
  });

  it('gives a Setup path a host to put in front where the org is not known', () => {
    expect(under('Why it fails', undecided)).to.include(
      'https://<MyDomainName>.my.salesforce.com/lightning/setup/ManageUsers/home',
    );
  });
});

describe('nothing blocks', () => {
  it('says what was checked, and that everything could be seen', () => {
    const text = under('Nothing blocks this login', { ...cases.healthy, findings: [] });
    expect(text).to.include('Nothing that we know of blocks this login.');
    expect(text).to.include('3 causes were checked and ruled out');
    expect(text).to.include('Nothing that we looked for was hidden from us.');
    expect(text).to.include('`--attempt` makes one');
  });

  it('says what was not', () => {
    const text = under('Nothing blocks this login', { ...cases.healthy, blindSpots: [spot({})] });
    expect(text).to.include('1 thing could not be seen').and.to.include('today');
    expect(text).not.to.include('hidden from us');
  });
});

describe('what will break later', () => {
  it('shows the nearest date first, and what has no date last', () => {
    const undated = without(certLater, 'on');
    const findings = [
      { ...undated, title: 'Third.' },
      { ...certLater, title: 'Second.', on: '2027-01-01T00:00:00.000Z' },
      { ...certLater, title: 'First.' },
    ];
    const text = under('What will break later', { ...found, findings });
    expect(text.match(/First|Second|Third/gu)).to.deep.equal(['First', 'Second', 'Third']);
    expect(text).to.include('2026-12-01: First.').and.include('2027-01-01: Second.');
  });

  it('is told with its hour where it has one, in the sentence that foretells it too', () => {
    const [sign] = certLater.signs;
    const told = (on: string): string => {
      const signs = [{ ...sign!, kind: 'foretells' as const, text: `It ends on ${on}.` }];
      return under('What will break later', { ...found, findings: [{ ...certLater, on, signs }] });
    };
    expect(told('2026-12-01T08:30:00.000Z'))
      .to.include('2026-12-01 08:30:00 UTC: ')
      .and.include('on 2026-12-01 08:30:00 UTC.');
    expect(told('2026-12-01T00:00:00.000Z')).to.include('It ends on 2026-12-01.').and.not.include('00:00');
  });

  it('names a release after the days, as suspected where it is, and says where there is no date at all', () => {
    const undated = without(certLater, 'on');
    const findings = [
      { ...undated, title: 'Third.' },
      { ...undated, title: 'Second.', standing: 'suspected', season: "Summer '27" } as const,
      { ...certLater, title: 'First.' },
    ];
    const text = under('What will break later', { ...found, findings });
    expect(text.match(/First|Second|Third/gu)).to.deep.equal(['First', 'Second', 'Third']);
    expect(text).to.include("Summer '27 (suspected): Second.").and.to.include('No date: Third.');
  });
});

describe('what changed', () => {
  const change = (minute: number): Change => ({
    at: `2026-11-23T01:${String(minute).padStart(2, '0')}:00.000Z`,
    action: 'changedprofile',
    display: `Entry ${minute}.`,
    about: 'profile',
  });

  it('counts what does not fit', () => {
    const changes = [59, 58, 57, 56, 55, 54, 53, 52, 51, 50].map(change);
    const text = under('What changed', { ...found, changes });
    expect(text).to.include('Entry 52.').and.to.include('2 more entries');
    expect(text).not.to.include('Entry 51.');
  });

  it('says no distance where no failure is known', () => {
    const unseen = without(found, 'failingRow', 'firstFailure');
    expect(under('What changed', { ...unseen, changes: [change(1)] })).not.to.include('before the first failure)');
  });
});

describe('could not see', () => {
  it('says ten blind spots with one cure in one line', () => {
    const facts = ['user', 'app', 'grants', 'loginRows', 'changes', 'myDomain', 'loginHours', 'appAccess'] as const;
    const blindSpots = facts.map((fact) => spot({ fact, why: 'not-asked', cure: '--target-org' }));
    const text = under('Could not see', { ...found, blindSpots });
    expect(text.match(/^ {2}- /gmu)).to.have.length(1);
    expect(text.replaceAll(/\s+/gu, ' ')).to.include(
      'Run again with `--target-org` to see the app, the app access, the changes, the grants, the login hours and 3 more.',
    );
  });

  it('names a flag to leave out', () => {
    const blindSpots = [spot({ why: 'not-asked', cure: 'without --offline' })];
    expect(under('Could not see', { ...found, blindSpots })).to.include(
      'Run again without `--offline` to see the user.',
    );
  });

  it('names the permission', () => {
    expect(under('Could not see', found)).to.include(
      'With the permission "Customize Application", this session could see',
    );
  });

  it('puts first what bears on most causes', () => {
    const blindSpots = [
      spot({ permission: 'A', text: 'Few.' }),
      spot({ permission: 'B', text: 'Many.', causes: ['user-frozen', 'user-inactive'] }),
    ];
    expect(under('Could not see', { ...found, blindSpots })).to.match(/Many[\s\S]*Few/u);
  });

  for (const why of [
    'denied',
    'not-asked',
    'depends-on-unknown',
    'unreachable',
    'timed-out',
    'refused',
    'not-in-this-org',
  ] as const) {
    it(`has words for two facts that are ${why}`, () => {
      const blindSpots = [spot({ why }), spot({ why, fact: 'app' })];
      expect(under('Could not see', { ...found, blindSpots })).to.include('the app and the user');
    });
  }
});

describe('not recognised', () => {
  it('shows the text as it came, and how to report it', () => {
    const text = under('Not recognised', cases.unknownText);
    expect(text).to.include('  | ERR_FLUX_CAPACITOR: not enough plutonium\n  |   at Delorean.start (delorean.js:88)');
    expect(text).to.include('--redact');
  });

  it('cuts what would fill the screen, and says so', () => {
    const many = Array.from({ length: 50 }, (_, index) => `line ${index + 1}`).join('\n');
    const refusals: readonly Refusal[] = [{ channel: 'unknown', origin: 'text', text: many, count: 1, suspects: [] }];
    const text = under('Not recognised', { ...cases.unknownText, refusals });
    expect(text).to.include('| line 40').and.to.include('10 more lines');
    expect(text).not.to.include('| line 41');
  });
});

describe('the closing line', () => {
  it('counts what was ruled out, round trips, requests and time', () => {
    expect(lines(found).at(-2)).to.equal('5 causes ruled out · 3 round trips to the org · 11 requests · 1.8 s');
    expect(lines(cases.unknownText).at(-2)).to.equal(
      '0 causes ruled out · 1 round trip to the org · 1 request · 1 min 1 s',
    );
  });
});

describe('a refusal that everything speaks against', () => {
  it('is told to be that of another login, with what would say which', () => {
    const { refusals } = undecided;
    const named = refusals.flatMap(({ decides, suspects }) => [
      ...(decides === undefined ? [] : [decides]),
      ...suspects,
    ]);
    const diagnosis = { ...undecided, findings: [], ruledOut: named };
    expect(under('Why it fails', diagnosis)).to.include('speaks against all of it').and.to.include('--username');
    expect(under('Why it fails', { ...diagnosis, ruledOut: named.slice(1) })).to.not.include('speaks against');
    expect(under('Why it fails', { ...diagnosis, refusals: [] })).to.not.include('speaks against');
  });
});
