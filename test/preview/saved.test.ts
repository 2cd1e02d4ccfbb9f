import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { createApp } from '../../simulator/state/apps.ts';
import { causes } from '../../src/causes/index.ts';
import { readLogins, saveEvidence, type SavedLogins } from '../../src/evidence/saved/index.ts';
import { lookInto, previewChange, savedOf } from '../../src/look/preview.ts';
import type { Edit } from '../../src/model/index.ts';
import { redactedLogins } from '../../src/output/evidence.ts';
import { readChange } from '../../src/preview/files/read-change.ts';
import { previewOf, type PreviewCase } from '../../src/preview/preview.ts';
import { loadWords, speakOfPreview } from '../../src/words/index.ts';
import { keyOfLater } from '../input/trouble-key.ts';
import { filesFor, kinds } from '../support/preview/changes.ts';
import { members, withCrowd, type Crowd } from '../support/preview/crowd.ts';
import { packageOf } from '../support/preview/deploy.ts';
import { asked, atHome, saidIn } from '../support/preview/proof.ts';
import { write } from './files/support.ts';

const words = loadWords();
const speaker = speakOfPreview(words);
const cost = { orgRoundTrips: 0, requests: 0, milliseconds: 0 };

type Seen = Pick<PreviewCase, 'integrations' | 'people' | 'tokens' | 'window' | 'targetOrg' | 'blindSpots'>;

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** What is judged by is the same for every kind of change; of every eighth it is judged, and of all of them by `npm run proof:preview`. */
const everySo = 8;

const judged = (seen: Seen, edits: readonly Edit[], now: string): unknown =>
  saidIn(previewOf({ ...seen, now, edits, causes, speaker, baseline: [], lint: [], cost }));

const readBack = async (file: string): Promise<Seen> => {
  const saved = await readLogins(file);
  if (!('logins' in saved)) throw new Error('no logins');
  const { logins: integrations, ...rest } = saved;
  return { ...rest, integrations };
};

/** Two connected apps of one label, and one of their logins came through one of them. */
const addTwin = ({ org, members: all }: Crowd): void => {
  const { app } = all[3]!;
  createApp(org, { name: app!.name, developerName: 'Twin', permittedUsers: 'admin-approved' });
};

const editsOf = async (home: string, crowd: Crowd, kind: (typeof kinds)[number]): Promise<readonly Edit[]> => {
  const folder = path.join(home, kind.id.replaceAll(/\W+/gu, '-'));
  mkdirSync(folder);
  write(folder, packageOf(filesFor(kind, crowd.members)));
  return (await readChange({ metadataDir: folder })).edits;
};

describe('law: a change is judged by what was saved as by the org', function () {
  this.timeout(300_000);

  it('whatever its kind, and where two apps have one label', async () => {
    await withCrowd(members, (crowd) =>
      atHome(crowd, async (home) => {
        addTwin(crowd);
        const [now, file] = [new Date().toISOString(), path.join(home, 'seen.json')];
        const { port, ...seen } = await lookInto('admin', asked, now, words);
        expect(port?.spent().requests).to.be.greaterThan(0);
        await saveEvidence(file, savedOf(seen));
        const saved = await readBack(file);
        expect(saved.integrations.some(({ either = [] }) => either.length === 2)).to.equal(true);
        expect(plain(savedOf(saved).logins)).to.deep.equal(plain(savedOf(seen).logins));
        const fitting = kinds.filter(({ fits }) => crowd.members.some(fits));
        for (const kind of fitting.filter((_kind, index) => index % everySo === 0)) {
          const edits = await editsOf(home, crowd, kind);
          expect(judged(saved, edits, now), kind.id).to.deep.equal(judged(seen, edits, now));
        }
      }),
    );
  });

  it('with pseudonyms no change is judged by it, and a day is', async () => {
    await withCrowd(4, (crowd) =>
      atHome(crowd, async (home) => {
        addTwin(crowd);
        const file = path.join(home, 'seen.json');
        const toSave = (logins: SavedLogins): SavedLogins => redactedLogins(logins);
        const live = await previewChange({ ...asked, at: '2027-03-01T00:00:00.000Z', saveEvidence: file, toSave });
        const edits = [{ setting: { set: 'password-flow-blocked', value: true }, element: 'x' }] as const;
        expect(await keyOfLater(previewChange({ ...asked, evidence: file, edits }))).to.equal('evidence-redacted');
        const day = await previewChange({ ...asked, at: '2027-03-01T00:00:00.000Z', evidence: file });
        expect(day.counts).to.deep.equal(live.counts);
        const { client, app } = crowd.members[3]!;
        const text = JSON.stringify(await readLogins(file));
        for (const name of [client.username, app!.name, 'Twin', app!.developerName]) expect(text).to.not.include(name);
      }),
    );
  });
});
