import { scenarios } from '../../simulator/scenarios/index.ts';
import { causes } from '../../src/causes/index.ts';
import { diagnose } from '../../src/diagnosis/index.ts';
import { exitCodeOf } from '../../src/output/exit-codes.ts';
import { diagnosisScreen } from '../../src/output/doctor.ts';
import { mapStrings, withLocalTime } from '../../src/report/index.ts';
import { loadWords, speakFrom } from '../../src/words/index.ts';
import type { Diagnosis, Evidence } from '../../src/model/index.ts';
import type { Started } from '../../simulator/scenarios/start.ts';
import { doctorFlags, shown } from '../demo/command-line.ts';
import { gatherFor, withScenario } from '../../test/support/gathered.ts';

/** A scenario as it is shown: what a person types, the short screen, the full one. */
export type Staged = {
  readonly id: string;
  readonly title: string;
  readonly command: string;
  readonly diagnosis: Diagnosis;
  readonly brief: string;
  readonly full: string;
};

const words = loadWords();
const width = 80;

/** The moment of every screen, so that a page of them changes only where a screen does. Half a minute past, for what takes seconds. */
const moment = Date.parse('2026-11-23T04:13:30.000Z');

const isoTime = /\b\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z/gu;

const realHost = 'acme.my.salesforce.com';

/** Times at the moment of the page, and hosts and folders by the names that real ones have. */
const steady = ({ info, stage }: Started, now: string): ((text: string) => string) => {
  const shift = moment - Date.parse(now);
  const { login, test, myDomain, otherMyDomain } = stage.sim.urls;
  const hosts: ReadonlyArray<readonly [string, string]> = [
    [login, 'login.salesforce.com'],
    [test, 'test.salesforce.com'],
    [myDomain, realHost],
    [otherMyDomain, 'acme--uat.sandbox.my.salesforce.com'],
  ];
  return (text) =>
    hosts
      .reduce((said, [url, host]) => said.replaceAll(url, `https://${host}`).replaceAll(new URL(url).host, host), text)
      .replaceAll(/127\.0\.0\.1:\d+/gu, realHost)
      .replaceAll(info.home, '/home/ci')
      .replaceAll(isoTime, (time) => new Date(Date.parse(time) + shift).toISOString());
};

const stageOf = async (id: string, title: string): Promise<Staged> =>
  withScenario(id, {}, async (started) => {
    const gathered = await gatherFor(started);
    const { now } = gathered.evidence;
    const rename = steady(started, now.state === 'known' ? now.value : '');
    const evidence: Evidence = mapStrings(gathered.evidence, rename);
    const cost = { orgRoundTrips: gathered.orgRoundTrips, requests: gathered.requests, milliseconds: 900 };
    const targetOrg = {
      username: 'admin@acme.com',
      orgId: '00DHn00010001DzMAI',
      instanceUrl: `https://${realHost}`,
    };
    const diagnosis = diagnose({ evidence, causes, speaker: speakFrom(words), targetOrg, cost });
    const reader = { now: new Date(moment).toISOString() };
    const page = { width, colour: false, words, reader, exitCode: exitCodeOf(diagnosis, 'blocks'), saved: true };
    // Read in Berlin.
    const screen = (details: boolean): string =>
      withLocalTime(diagnosisScreen(diagnosis, { ...page, details }), { ...reader, zone: 'Europe/Berlin' }, page);
    return {
      id,
      title,
      command: rename(shown(doctorFlags(started))),
      diagnosis,
      brief: screen(false),
      full: screen(true),
    };
  });

/** Every scenario, one after the other. */
export const stageAll = async (): Promise<readonly Staged[]> => {
  const all: Staged[] = [];
  for (const { id, title } of scenarios) all.push(await stageOf(id, title));
  return all;
};
