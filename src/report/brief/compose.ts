import type { Diagnosis } from '../../model/index.ts';
import { allPrintable } from '../printable.ts';
import { briefFor } from './brief.ts';
import type { Brief, BriefPage } from './brief.ts';
import { decided } from './decided.ts';
import { fit } from './fit.ts';
import type { Group } from './fit.ts';
import { foot } from './foot.ts';
import { healthy } from './healthy.ts';
import { isNobody, nobody } from './misnamed.ts';
import { notes } from './notes.ts';
import { record } from './record.ts';
import { undecided } from './undecided.ts';

const body = (diagnosis: Diagnosis, brief: Brief): readonly Group[] => {
  const root = diagnosis.findings.find(({ role, standing }) => role === 'root' && standing === 'confirmed');
  if (diagnosis.outcome === 'healthy') return healthy(diagnosis, brief);
  if (isNobody(diagnosis) && (root === undefined || root.gate === 'user'))
    return nobody(diagnosis, diagnosis.outcome === 'inconclusive' ? undefined : root, brief);
  if (diagnosis.outcome === 'inconclusive' || root === undefined) return undecided(diagnosis, brief);
  return decided(root, diagnosis, brief);
};

/** A diagnosis in 23 lines: the verdict, who did it, what to do. All of it is on the full screen. */
export const composeBrief = (diagnosis: Diagnosis, page: BriefPage): readonly Group[] => {
  const clean = allPrintable(diagnosis);
  const brief = briefFor(page);
  const cause = clean.outcome === 'healthy' ? undefined : clean.findings[0]?.cause;
  const [head = [], ...rest] = body(clean, brief);
  return fit([[...head, ...record(clean, brief)], ...rest, notes(clean, brief), foot(brief, cause)]);
};
