import { textOf, type Judgement, type SpokenSign } from '../diagnosis/index.ts';
import { defined } from '../model/index.ts';
import type { GateWarning, Speaker } from '../model/index.ts';

/** Nearest date first, then in the order of the gates. */
const inTime = (a: GateWarning, b: GateWarning): number =>
  (a.on ?? '~') < (b.on ?? '~') ? -1 : (a.on ?? '~') > (b.on ?? '~') ? 1 : 0;

const warnsOf = ({ sign }: SpokenSign, { cause, ahead }: Judgement): boolean => {
  if (sign.kind === 'foretells') return ahead !== undefined;
  return sign.kind === 'tells' ? sign.note === true : !cause.blocks && sign.kind === 'proves';
};

/** What does not stop the login today: what will, and what is worth knowing. */
export const warningsOf = (judgements: readonly Judgement[], speaker: Speaker): readonly GateWarning[] =>
  judgements
    .flatMap((judgement) =>
      judgement.signs
        .filter((spoken) => warnsOf(spoken, judgement))
        .map((spoken): GateWarning => {
          const { cause } = judgement;
          const on = spoken.sign.kind === 'foretells' ? spoken.sign.on : undefined;
          return {
            gate: spoken.clue.gate ?? cause.gate,
            check: spoken.clue.id,
            kind: on === undefined ? 'note' : 'later',
            text: textOf(cause, spoken, speaker),
            cause: cause.id,
            ...defined({ on }),
          };
        }),
    )
    .toSorted(inTime);
