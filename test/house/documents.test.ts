import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { askAllApps } from '../../src/evidence/org/all-apps/index.ts';
import type { Document } from '../../src/evidence/org/documents.ts';
import { pursue } from '../../src/evidence/org/index.ts';
import type { FindingName } from '../../src/evidence/org/question.ts';
import { askThrough } from '../../src/evidence/org-ask.ts';
import { questions } from '../../src/evidence/org/questions.ts';
import type { OrgRequest } from '../../src/evidence/org-wire.ts';
import { documents as ofTrail } from '../../src/loginhistory/around/trail.ts';
import { documents as ofLogins } from '../../src/loginhistory/reading/index.ts';
import type { Integration } from '../../src/model/index.ts';
import { acme, asked } from '../evidence/org/acme.ts';
import { fakePort, soqlOf, type Book } from '../evidence/org/fake-port.ts';
import { addLoginRow } from '../../simulator/state/rows.ts';
import { lookAt, withOrg } from '../loginhistory/support/org.ts';

const ofQuestions = Object.values(questions).flatMap(({ documents }) => documents);
const every: readonly Document[] = [...ofQuestions, ...ofLogins, ...ofTrail];

/** Salesforce has three releases a year; by these days production has the newest. */
const releaseDays = ['02-15', '06-15', '10-15'];
const mostReleases = 2;

/** How many releases came since somebody looked. */
const releasesSince = (checked: string, now: string): number => {
  const years = Array.from(
    { length: Number(now.slice(0, 4)) - Number(checked.slice(0, 4)) + 1 },
    (_none, at) => Number(checked.slice(0, 4)) + at,
  );
  return years
    .flatMap((year) => releaseDays.map((day) => `${year}-${day}`))
    .filter((day) => day > checked && day <= now).length;
};

/** What a request asks for, as documents name it. */
const askedFor = (request: OrgRequest): readonly string[] => {
  if (request.kind === 'read-metadata') return [`metadata:${request.type}`];
  if (request.kind === 'log-file') return ['EventLogFile'];
  const described = /^sobjects\/(\w+)\/describe$/u.exec(request.path)?.[1];
  if (described !== undefined) return [described];
  const api = request.path.startsWith('tooling/') ? 'tooling:' : '';
  return [...soqlOf(request).soql.matchAll(/\bFROM (\w+)/gu)].map(([, object]) => `${api}${object ?? ''}`);
};

const undeclared = (requests: readonly OrgRequest[], documents: readonly Document[]): readonly string[] => {
  const declared = new Set(documents.map(({ of }) => of));
  return [...new Set(requests.flatMap(askedFor))].filter((of) => !declared.has(of));
};

const eca: Book = {
  ConnectedApplication: [],
  ExternalClientApplication: [
    { Id: '0xI000000000001AAA', DeveloperName: 'Marketing_Sync', MasterLabel: 'Marketing Sync' },
  ],
  ExtlClntAppOauthSettings: [{ OauthScopesAPI: true }],
  'tooling:OauthOidcSettings': [{}],
  'tooling:MyDomainSettings': [{}],
  'tooling:PasswordPolicies': [{}],
  'tooling:ConnectedAppSettings': [{}],
};

const names = Object.keys(questions) as FindingName[];

const nobody: Integration = { app: asked.integration.app ?? '', sourceIps: [] };

const integrations: readonly Integration[] = [
  asked.integration,
  nobody,
  { ...asked.integration, flow: 'client-credentials' },
  { ...nobody, flow: 'client-credentials' },
  { ...asked.integration, app: '3MVG9notWhatAnyAppHas' },
];

describe('what is asked of an org', () => {
  it('has a public page for each question, and the day on which somebody looked', () => {
    for (const { of, url, checked } of every) {
      expect(url, of).to.match(/^https:\/\/[\w.]+\//u);
      expect(checked, of).to.match(/^20\d\d-\d\d-\d\d$/u);
    }
  });

  it('was looked at no more than two releases of Salesforce ago', () => {
    expect(releasesSince('2026-11-30', '2027-02-14')).to.equal(0);
    expect(releasesSince('2026-11-30', '2027-06-15')).to.equal(mostReleases);
    expect(releasesSince('2026-11-30', '2027-10-15')).to.equal(mostReleases + 1);
    const today = new Date().toISOString().slice(0, 10);
    const old = every.filter(({ checked }) => releasesSince(checked, today) > mostReleases);
    expect(old.map(({ of, url, checked }) => `${of}: look again at ${url} (${checked})`)).to.deep.equal([]);
  });

  for (const [name, question] of Object.entries(questions)) {
    it(`${name} asks for nothing that its own pages do not name`, async () => {
      for (const port of [acme, { ...acme, ...eca }].map((book) => fakePort(book)))
        for (const integration of integrations) {
          const own = { ...asked, integration };
          // After the whole course a question says all that it has ever sent.
          const seen = await askThrough(port, pursue(port, own, names));
          const turn = question.ask(seen);
          if (turn === 'wait' || 'state' in turn) continue;
          expect(undeclared([...turn.send, ...(turn.also ?? [])], question.documents)).to.deep.equal([]);
        }
    });
  }

  it('is asked of all apps at once by the same pages', async () => {
    const port = fakePort({ ...acme, ...eca });
    await askAllApps(port, asked.now);
    expect(port.waves).to.not.have.lengthOf(0);
    expect(undeclared(port.waves.flat(), ofQuestions)).to.deep.equal([]);
  });

  it('is asked of logins by theirs, and by those of the questions that it takes from elsewhere', () =>
    withOrg(
      'healthy',
      {},
      ({ stage: { clock, org, user } }) => {
        for (let ago = 1; ago <= 5; ago += 1)
          addLoginRow(org, { at: clock.now() - ago * 60_000, userId: user.id, status: 'Invalid Password' });
      },
      async (started) => {
        const sent: OrgRequest[] = [];
        await lookAt(started, {}, (port) => ({
          ...port,
          wave: (requests, again) => {
            sent.push(...requests);
            return port.wave(requests, again);
          },
        }));
        const { passwordPolicy, rights } = questions;
        const others = [passwordPolicy, rights].flatMap(({ documents }) => documents);
        expect(undeclared(sent, [...ofLogins, ...ofTrail, ...others])).to.deep.equal([]);
        for (const { of } of [...ofLogins, ...ofTrail]) expect(sent.flatMap(askedFor)).to.include(of);
      },
    ));

  it('stands on a page, each question with its own', () => {
    const page = readFileSync('docs/questions.md', 'utf8');
    for (const { url } of every) expect(page).to.include(url);
  });
});
