import type { HostRole } from './context.ts';

/** One request as it came in. Times: epoch ms of the simulated clock. Authorization and cookies are left out. */
export type LoggedRequest = {
  startedAt: number;
  endedAt?: number;
  role: HostRole;
  /** My Domain name, on a My Domain. */
  domain?: string;
  method: string;
  path: string;
  query: string;
  headers: Record<string, string>;
  body: string;
  /** Absent: no answer was sent (yet). */
  status?: number;
};

export type RequestLog = {
  readonly entries: readonly LoggedRequest[];
  add(entry: LoggedRequest): void;
  clear(): void;
};

export const createLog = (): RequestLog => {
  const entries: LoggedRequest[] = [];
  return {
    entries,
    add: (entry) => {
      entries.push(entry);
    },
    clear: () => {
      entries.length = 0;
    },
  };
};
