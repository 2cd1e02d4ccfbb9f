import type { AppCheck } from '../../model/index.ts';
import type { Document, Row } from '../document.ts';
import { row } from '../document.ts';
import { header, shortKey } from '../parts/header.ts';
import type { Say } from '../say.ts';
import { asDiagnosis } from './as-diagnosis.ts';

const appRow = ({ app, targetOrg }: AppCheck, say: Say): readonly Row[] => {
  const given = app.name ?? app.consumerKey;
  if (given === undefined) return [];
  const name = shortKey(given);
  if (targetOrg === undefined) return [row(say('screen.label.app'), say('screen.app.name', { name }))];
  const origin = say(`screen.origin.${app.origin}`);
  const text =
    app.kind === undefined
      ? say('screen.app.no-kind', { name, origin })
      : say('screen.app', { name, origin, kind: say(`screen.kind.${app.kind}`) });
  return [row(say('screen.label.app'), text)];
};

/** Who, and through what: the doctor's header, with what kind of app it is. */
export const checkHeader = (check: AppCheck, say: Say, doctorSay: Say): Document => {
  const label = doctorSay('label.app');
  return header(asDiagnosis(check), doctorSay).map((part) => ({
    ...part,
    blocks: part.blocks.map((block) =>
      block.kind === 'rows'
        ? { ...block, rows: [...appRow(check, say), ...block.rows.filter((one) => one.label !== label)] }
        : block,
    ),
  }));
};
