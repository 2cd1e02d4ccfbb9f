import type { HostRole } from './context.ts';

/**
 * How a host misbehaves.
 * `status`: an HTTP error with an empty JSON-less body; `html-420`, `html-maintenance`, `html-data-not-available`: the pages as far as they
 * were seen; `truncated`: the true answer, cut in half; `reset`: the connection is cut; `slow`: the true answer, its second half `ms` late;
 * `key-unknown`: this host has not heard of the app yet, while others may have.
 */
type FaultKind =
  | { kind: 'status'; status: number; body?: string; contentType?: string }
  | { kind: 'html-420' | 'html-maintenance' | 'html-data-not-available' | 'truncated' | 'reset' | 'key-unknown' }
  | { kind: 'slow'; ms: number };

/** `times`: how often it strikes (default: always). `every`: only each n-th matching request. */
export type Fault = FaultKind & { path?: RegExp; method?: string; role?: HostRole; times?: number; every?: number };

export type Faults = {
  /** ms before any host looks at a request. */
  latency: number;
  add(fault: Fault): void;
  clear(): void;
  /** The fault that strikes this request, if any; counts it. */
  take(request: { path: string; method: string; role: HostRole }): Fault | undefined;
};

type Armed = { fault: Fault; seen: number; struck: number };

const matches = (fault: Fault, request: { path: string; method: string; role: HostRole }): boolean =>
  (fault.path?.test(request.path) ?? true) &&
  (fault.method ?? request.method) === request.method &&
  (fault.role ?? request.role) === request.role;

export const createFaults = (latency = 0): Faults => {
  let armed: Armed[] = [];
  return {
    latency,
    add: (fault) => {
      armed.push({ fault, seen: 0, struck: 0 });
    },
    clear: () => {
      armed = [];
    },
    take: (request) => {
      const due = armed.find(({ fault, struck }) => matches(fault, request) && struck < (fault.times ?? Infinity));
      if (due === undefined) return undefined;
      due.seen += 1;
      if (due.seen % (due.fault.every ?? 1) !== 0) return undefined;
      due.struck += 1;
      return due.fault;
    },
  };
};
