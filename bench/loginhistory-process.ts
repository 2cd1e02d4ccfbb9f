import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export type Ran = {
  readonly out: string;
  readonly seconds: number;
  /** Of all its threads, in user space and in the kernel. 0 where the system does not tell. */
  readonly cpu: number;
  /** Peak, MB; 0 where the system does not tell. */ readonly megabytes: number;
};

/** Most memory that a process has had, from Linux. It only grows, so the last look before the end is nearly exact. */
const peakOf = (pid: number): number => {
  try {
    return Number(/VmHWM:\s+(\d+) kB/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
};

/** Ticks of a process, 100 a second: the 14th and 15th field. */
const cpuOf = (pid: number): number => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return 0;
  }
};

/** Runs a program to its end and measures it from outside, the same way for everyone. */
export const run = (
  command: string,
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(command, words, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const chunks: Buffer[] = [];
    let [megabytes, cpu] = [0, 0];
    const look = setInterval(() => {
      megabytes = Math.max(megabytes, peakOf(child.pid ?? 0));
      cpu = Math.max(cpu, cpuOf(child.pid ?? 0));
    }, 10);
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', (error) => {
      clearInterval(look);
      reject(error);
    });
    child.on('close', (code) => {
      clearInterval(look);
      const seconds = (performance.now() - started) / 1000;
      // 1 and 2 are trouble; what is above is a verdict.
      if (code !== null && code !== 1 && code !== 2)
        resolve({ out: Buffer.concat(chunks).toString(), seconds, cpu, megabytes });
      else reject(new Error(`${command} ended with ${code}`));
    });
  });

const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** The middle of several runs. */
export const median = (runs: readonly Ran[]): Ran => ({
  out: runs[0]?.out ?? '',
  seconds: middle(runs.map((one) => one.seconds)),
  cpu: middle(runs.map(({ cpu }) => cpu)),
  megabytes: Math.max(...runs.map(({ megabytes }) => megabytes)),
});

export const table = (title: string, head: readonly string[], rows: ReadonlyArray<readonly string[]>): void => {
  const all = [head, ...rows];
  const widths = head.map((_cell, at) => Math.max(...all.map((row) => (row[at] ?? '').length)));
  console.log(`\n${title}\n`);
  for (const row of all) {
    console.log(
      row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  '),
    );
  }
};

export const number = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 0 });
export const seconds = (value: number): string => value.toFixed(2);
export const memory = (value: number): string => (value === 0 ? '-' : value.toFixed(0));
