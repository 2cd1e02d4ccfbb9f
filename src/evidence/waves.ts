import type { OrgAnswer, OrgRequest } from './org-wire.ts';

/** What travels side by side: one round trip. */
export type Wave = {
  readonly requests: readonly OrgRequest[];
  /** ms to wait before it is sent. */
  readonly pauseMs?: number;
  /** Whether one more round trip may be spent on what an envelope kept from being answered; default true. */
  readonly again?: boolean;
};

export type Answers = {
  /** In the order of the requests. */
  readonly answers: readonly OrgAnswer[];
  /** What the wave cost. */
  readonly roundTrips: number;
};

/**
 * A question to an org, in as many waves as it needs. It says what to send, is given the answers, and ends in what they tell. It sends
 * nothing itself: it knows no port, no clock, and no order of arrival.
 */
export type Asking<T> = Generator<Wave, T, Answers>;

export const nothing: OrgAnswer = { ok: false, trouble: 'unreachable' };

/** Two requests with one key are one request. */
export const keyOf = (request: OrgRequest): string => JSON.stringify(request);

/** One wave; what is nothing costs none. */
export const ask = function* (
  requests: readonly OrgRequest[],
  how: Omit<Wave, 'requests'> = {},
): Asking<readonly OrgAnswer[]> {
  return requests.length === 0 ? [] : (yield { requests, ...how }).answers;
};

/** One request in a wave. */
export const askOne = function* (request: OrgRequest): Asking<OrgAnswer> {
  return (yield* ask([request]))[0] ?? nothing;
};

type Open = { readonly at: number; readonly asking: Asking<unknown>; readonly wave: Wave };

/** One wave for all of them, each request once. Who has to wait lets the others wait: the org is to be left alone for so long. */
const together = (open: readonly Open[]): Wave => ({
  requests: [
    ...new Map(open.flatMap(({ wave }) => wave.requests).map((request) => [keyOf(request), request])).values(),
  ],
  pauseMs: Math.max(...open.map(({ wave }) => wave.pauseMs ?? 0)),
  again: open.some(({ wave }) => wave.again ?? true),
});

type ToldBy<A> = A extends Asking<infer T> ? T : undefined;

/**
 * Questions that know nothing of each other, side by side: in each wave all of them have their requests. One that need not be asked is
 * undefined, and so is what it tells.
 */
export const beside = function* <const Askings extends ReadonlyArray<Asking<unknown> | undefined>>(
  askings: Askings,
): Asking<{ readonly [At in keyof Askings]: ToldBy<Askings[At]> }> {
  const told: unknown[] = askings.map(() => undefined);
  const opened = (at: number, asking: Asking<unknown>, step: IteratorResult<Wave, unknown>): readonly Open[] => {
    if (step.done !== true) return [{ at, asking, wave: step.value }];
    told[at] = step.value;
    return [];
  };
  let open = askings.flatMap((asking, at) => (asking === undefined ? [] : opened(at, asking, asking.next())));
  while (open.length > 0) {
    const wave = together(open);
    const { answers, roundTrips } = yield wave;
    const byKey = new Map(wave.requests.map((request, at) => [keyOf(request), answers[at] ?? nothing]));
    open = open.flatMap(({ at, asking, wave: { requests } }) => {
      const own = requests.map((request) => byKey.get(keyOf(request)) ?? nothing);
      return opened(at, asking, asking.next({ answers: own, roundTrips }));
    });
  }
  // As many as there are questions, each in its place: what the compiler cannot see of a list that is filled step by step.
  return told as { readonly [At in keyof Askings]: ToldBy<Askings[At]> };
};
