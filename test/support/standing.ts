import { expect } from 'chai';
import { judge } from '../../src/diagnosis/index.ts';
import type { Judgement } from '../../src/diagnosis/index.ts';
import type { Cause, CauseId, Facts, LoginRow, Refusal, Sign, Standing } from '../../src/model/index.ts';
import { loadWords, speakFrom } from '../../src/words/index.ts';
import { evidence } from './evidence.ts';

const speaker = speakFrom(loadWords());

export type Heard = {
  readonly standing: Standing;
  /** What each clue that spoke said for or against it. */
  readonly said: Readonly<Record<string, Sign['kind']>>;
  /** What was only told, or is told by nobody. */
  readonly told: Readonly<Record<string, Sign['kind']>>;
  readonly sentences: readonly string[];
  /** UTC, ISO 8601. */
  readonly since?: string;
  readonly on?: string;
  readonly season?: string;
};

const weighs = (kind: Sign['kind']): boolean => kind !== 'tells' && kind !== 'untold';

const saying = (signs: Judgement['signs'], counts: (kind: Sign['kind']) => boolean): Heard['said'] =>
  Object.fromEntries(signs.filter(({ sign }) => counts(sign.kind)).map(({ clue, sign }) => [clue.id, sign.kind]));

/** How a cause stands where only these facts are known. Says every sign aloud, so that a missing word fails the test. */
export const standing = (cause: Cause, facts: Partial<Facts>): Heard => {
  const { standing: how, signs, since, ahead } = judge(cause, evidence({ refusals: [], ...facts }));
  const sentences = [
    ...signs.filter(({ sign }) => weighs(sign.kind)),
    ...signs.filter(({ sign }) => !weighs(sign.kind)),
  ].map(({ clue, sign }) => speaker.sign(cause.id, clue.id, sign.kind, sign.values, sign.parts));
  // What proves where the flow is known only suggests where it is not.
  const weakened = signs
    .filter(({ sign }) => sign.kind === 'proves')
    .map(({ clue, sign }) => speaker.sign(cause.id, clue.id, 'suggests', sign.values, sign.parts));
  for (const sentence of [...sentences, ...weakened])
    expect(sentence)
      .to.match(/^[^{}]+$/u)
      .and.not.match(/undefined|\[object/u);
  return {
    standing: how,
    said: saying(signs, weighs),
    told: saying(signs, (kind) => !weighs(kind)),
    sentences,
    ...(since === undefined ? {} : { since }),
    ...ahead,
  };
};

/** A refusal whose wording leaves these causes open. */
export const suspecting = (...suspects: readonly CauseId[]): Refusal => ({
  channel: 'token-endpoint',
  origin: 'text',
  code: 'invalid_grant',
  description: 'some wording',
  text: 'invalid_grant: some wording',
  count: 1,
  suspects,
});

/** A refusal whose wording has one cause alone. */
export const deciding = (decides: CauseId): Refusal => ({ ...suspecting(), decides });

/** A Login History row; a success unless it points somewhere. */
export const row = (at: string, overrides: Partial<LoginRow> = {}): LoginRow => ({
  id: `0Ya${at}`,
  at,
  status: 'Success',
  success: true,
  recognised: true,
  suspects: [],
  application: 'Marketing Sync',
  sourceIp: '203.0.113.7',
  ...overrides,
});
