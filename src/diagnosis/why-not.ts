import { bearingOf, defined, valueOf } from '../model/index.ts';
import type { Cause, Clue, ClueHeard, Evidence, FactName, FactRead, Speaker, WhyNot } from '../model/index.ts';
import { textOf } from './findings.ts';
import { judge, type Judgement } from './judge.ts';

const readOf = (name: FactName, evidence: Evidence): FactRead => {
  const fact = evidence[name];
  const base = { fact: name, state: fact.state, ...defined({ source: fact.source }) };
  if (fact.state === 'denied') return { ...base, permission: fact.permission };
  return fact.state === 'unknown' ? { ...base, why: fact.reason, ...defined({ cure: fact.cure }) } : base;
};

const saidBy = ({ id, flows }: Clue, { unread }: Judgement, evidence: Evidence): ClueHeard['said'] => {
  if (bearingOf(valueOf(evidence.integration)?.flow, flows) !== 'in') return 'other-flow';
  return unread.some(({ clue }) => clue === id) ? 'not-read' : 'nothing';
};

/** How one cause stands, clue by clue: what each read, where from, and what it said. Pure. */
export const whyNot = (cause: Cause, evidence: Evidence, speaker: Speaker): WhyNot => {
  const judgement = judge(cause, evidence);
  const heard = (clue: Clue): ClueHeard => {
    const spoken = judgement.signs.find((one) => one.clue.id === clue.id);
    return {
      clue: clue.id,
      ...(spoken === undefined
        ? { said: saidBy(clue, judgement, evidence) }
        : { said: spoken.sign.kind, text: textOf(cause, spoken, speaker) }),
      read: [
        ...clue.needs.map((name) => readOf(name, evidence)),
        ...(clue.also ?? []).map((name): FactRead => ({ ...readOf(name, evidence), optional: true })),
      ],
    };
  };
  const proofs = judgement.signs.flatMap(({ clue, sign }) => (sign.kind === 'proves' ? [clue.id] : []));
  return {
    schemaVersion: 1,
    cause: cause.id,
    title: speaker.cause(cause.id, judgement.standing === 'confirmed' ? proofs : []).title,
    standing: judgement.standing,
    clues: cause.clues.map(heard),
  };
};
