import { spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';

const isThere = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Where a browser is: CHROMIUM_PATH, or `chromium` on PATH. Nothing is installed. */
export const chromiumPath = (): string | undefined => {
  const { CHROMIUM_PATH: given, PATH: folders = '' } = process.env;
  if (given !== undefined && given !== '') return isThere(given) ? given : undefined;
  return folders
    .split(path.delimiter)
    .flatMap((folder) => ['chromium', 'chromium-browser'].map((name) => path.join(folder, name)))
    .find(isThere);
};

const flags = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync', '--remote-debugging-pipe'],
];

type Message = {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly message: string };
  readonly sessionId?: string;
};

/** One page of a running browser, by the DevTools protocol over a pipe. */
export type Page = {
  readonly send: (
    method: string,
    params?: Readonly<Record<string, unknown>>,
  ) => Promise<Readonly<Record<string, unknown>>>;
  /** URLs that the page asked for, its own among them. */
  readonly requests: readonly string[];
  /** What it wrote to its console: a refused script or style among it. */
  readonly complaints: readonly string[];
  /** Opens a page and waits until it is there. */
  readonly open: (url: string) => Promise<void>;
  readonly evaluate: (expression: string) => Promise<unknown>;
};

/** Starts a browser with a profile of its own, lets `use` have a page, and takes both away. */
export const withPage = async <T>(browser: string, use: (page: Page) => Promise<T>): Promise<T> => {
  const profile = mkdtempSync(path.join(os.tmpdir(), 'chromium-profile-'));
  const child = spawn(browser, [...flags, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    env: { ...process.env, HOME: profile },
  });
  const ended = new Promise<never>((_resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The browser ended with ${String(code)}`)));
  });
  ended.catch(() => undefined);
  const [input, output] = [child.stdio[3] as Writable, child.stdio[4] as Readable];
  const waiting = new Map<number, { resolve: (message: Message) => void }>();
  const requests: string[] = [];
  const complaints: string[] = [];
  let loaded: () => void = () => undefined;
  const heard = (message: Message): void => {
    if (message.id !== undefined) waiting.get(message.id)?.resolve(message);
    if (message.method === 'Network.requestWillBeSent') {
      const request = message.params?.request as { readonly url: string };
      requests.push(request.url);
    }
    if (message.method === 'Log.entryAdded') complaints.push(JSON.stringify(message.params?.entry));
    if (message.method === 'Page.loadEventFired') loaded();
  };
  let rest = '';
  output.setEncoding('utf8').on('data', (chunk: string) => {
    const messages = `${rest}${chunk}`.split('\0');
    rest = messages.pop() ?? '';
    for (const message of messages) heard(JSON.parse(message) as Message);
  });
  let last = 0;
  const call = async (
    method: string,
    params: Readonly<Record<string, unknown>>,
    sessionId?: string,
  ): Promise<Readonly<Record<string, unknown>>> => {
    last += 1;
    const id = last;
    const { promise, resolve } = Promise.withResolvers<Message>();
    waiting.set(id, { resolve });
    input.write(`${JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) })}\0`);
    const { result = {}, error } = await Promise.race([promise, ended]);
    if (error !== undefined) throw new Error(`${method}: ${error.message}`);
    return result;
  };
  try {
    const { targetId } = await call('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await call('Target.attachToTarget', { targetId, flatten: true });
    const send: Page['send'] = (method, params = {}) => call(method, params, sessionId as string);
    for (const domain of ['Page', 'Network', 'Log']) await send(`${domain}.enable`);
    return await use({
      send,
      requests,
      complaints,
      open: async (url) => {
        const there = new Promise<void>((resolve) => (loaded = resolve));
        await send('Page.navigate', { url });
        await Promise.race([there, ended]);
      },
      evaluate: async (expression) => {
        const { result } = await send('Runtime.evaluate', { expression, returnByValue: true });
        return (result as { readonly value: unknown }).value;
      },
    });
  } finally {
    child.kill('SIGKILL');
    await new Promise((resolve) =>
      child.exitCode === null && child.signalCode === null ? child.once('close', resolve) : resolve(0),
    );
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
};
