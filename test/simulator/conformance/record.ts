import { readFileSync } from 'node:fs';

/** One answer of a real server: what is known of it, and how faithfully. */
export type WireRecord = {
  id: string;
  kind: string;
  how: 'recorded' | 'fixture' | 'documented';
  fidelity: string;
  request: { method: string; path: string; body?: string; host?: string; headers?: Record<string, string> };
  /** `status` null, `headers` empty: not quoted in the source. */
  response: { status: number | null; headers: Record<string, string | string[]>; body: string | null };
  note?: string;
};

export const records: readonly WireRecord[] = readFileSync(new URL('records.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as WireRecord);

export const recordNamed = (id: string): WireRecord => {
  const found = records.find((record) => record.id === id);
  if (found === undefined) throw new Error(`No record ${id}.`);
  return found;
};
