import type { Diagnosis, Finding } from '../../model/index.ts';
import type { Brief } from './brief.ts';
import type { Group } from './fit.ts';
import { tellingSign } from './course.ts';
import { clipped, part, sentence } from './part.ts';
import { ranks } from './ranks.ts';
import { inWords } from './when.ts';

/** Why it is sure: what proves it and was not said above, and how much was ruled out. */
export const sure = (finding: Finding, { ruledOut }: Diagnosis, { say, reader, width }: Brief): Group => {
  const { change, enforced } = finding;
  const above = change === undefined && enforced === undefined ? tellingSign(finding) : undefined;
  const isNews = ({ text }: Finding['signs'][number]): boolean =>
    change === undefined || !text.includes(change.display);
  const proofs = finding.signs.filter((sign) => sign.kind === 'proves' && sign !== above && isNews(sign));
  const told = [
    ...proofs.map(({ text }) => clipped(inWords(text, reader))),
    ...(ruledOut.length === 0 ? [] : [say.count('ruled-out', ruledOut.length)]),
  ];
  return told.length === 0 ? [] : part(ranks.sure, sentence(say('label.sure'), told.join(' '), width));
};
