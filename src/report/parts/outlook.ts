import type { Diagnosis, Finding } from '../../model/index.ts';
import { section } from '../document.ts';
import type { Document } from '../document.ts';
import type { Say } from '../say.ts';
import { shortFinding } from './finding.ts';

const shown = (findings: readonly Finding[], title: string, diagnosis: Diagnosis, say: Say): Document =>
  section(
    title,
    findings.flatMap((finding) => shortFinding(finding, diagnosis, say)),
  );

/** What will stop the login once the root is cured. */
export const next = (diagnosis: Diagnosis, say: Say): Document =>
  shown(
    diagnosis.findings.filter(({ role }) => role === 'next'),
    say('title.next'),
    diagnosis,
    say,
  );

/** After every day come the seasons, of which no day is known, and then what has no date at all. */
const date = ({ on, season }: Finding): string => on ?? (season === undefined ? '~~' : '~');

/** What works today and will break, nearest date first. */
export const later = (diagnosis: Diagnosis, say: Say): Document =>
  shown(
    diagnosis.findings
      .filter(({ role }) => role === 'later')
      .toSorted((a, b) => (date(a) < date(b) ? -1 : date(a) > date(b) ? 1 : 0)),
    say('title.later'),
    diagnosis,
    say,
  );
