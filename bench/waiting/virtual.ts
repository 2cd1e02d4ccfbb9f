import type { Ask, Heard } from '../../src/waiting/index.ts';

/** Seeded random numbers from 0 to 1 (mulberry32): the same seed, the same numbers. */
export const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** A clock that goes on only when someone waits. Epoch ms. */
export type VirtualClock = { readonly now: () => number; readonly sleep: (ms: number) => Promise<void> };

export const virtualClock = (from = Date.UTC(2026, 10, 23)): VirtualClock => {
  let at = from;
  return {
    now: () => at,
    sleep: (ms) => {
      at += ms;
      return Promise.resolve();
    },
  };
};

const host = 'acme.my.salesforce.com';

export const known: Heard = {
  state: 'good',
  host,
  as: 'key-known',
  answer: { code: 'invalid_grant', description: 'expired access/refresh token', status: 400 },
};

export const notKnownYet: Heard = {
  state: 'refused',
  host,
  refusal: {
    channel: 'token-endpoint',
    origin: 'attempt',
    code: 'invalid_client_id',
    description: 'client identifier invalid',
    status: 400,
    text: '',
    count: 1,
    phrase: 'client.unknown_id',
    suspects: ['app-wrong-consumer-key', 'app-not-found-or-propagating'],
  },
};

/** What a request and its answer take. */
const answerMs = 300;

/**
 * A login host behind which several machines stand. Each knows the app from its own moment on (epoch ms); a request meets any of them.
 */
export const spreadingHost =
  ({ now, sleep }: VirtualClock, knownFrom: readonly number[], random: () => number): Ask =>
  async () => {
    const machine = knownFrom[Math.floor(random() * knownFrom.length)] ?? 0;
    const answer = now() >= machine ? known : notKnownYet;
    await sleep(answerMs);
    return answer;
  };
