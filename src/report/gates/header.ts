import type { AppCheck } from '../../model/index.ts';
import type { Document, Row } from '../document.ts';
import { row } from '../document.ts';
import { header } from '../parts/header.ts';
import { shortKey } from '../parts/short-key.ts';
import type { Say } from '../say.ts';
import { utc } from '../time.ts';
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

/** What is known of it from the app alone, with or without its private key. */
const certificateRow = ({ app: { certificateEnds } }: AppCheck, say: Say): readonly Row[] =>
  certificateEnds === undefined
    ? []
    : [row(say('screen.label.certificate'), say('screen.certificate', { on: utc(certificateEnds) }))];

/** Who, and through what: the doctor's header, with what kind of app it is. */
export const checkHeader = (check: AppCheck, say: Say, doctorSay: Say): Document => {
  const label = doctorSay('label.app');
  return header(asDiagnosis(check), doctorSay).map((part) => ({
    ...part,
    blocks: part.blocks.map((block) =>
      block.kind === 'rows'
        ? {
            ...block,
            rows: [
              ...appRow(check, say),
              ...certificateRow(check, say),
              ...block.rows.filter((one) => one.label !== label),
            ],
          }
        : block,
    ),
  }));
};
