import { AsyncLocalStorage } from 'node:async_hooks';
import { Unsent, type RequestOut } from '../model/index.ts';

/** Keeps what leaves while some work is done, or what would leave. */
export type Journal = {
  readonly requests: readonly RequestOut[];
  readonly watch: <T>(work: () => Promise<T>) => Promise<T>;
};

type Page = { readonly mayLeave: boolean; readonly requests: RequestOut[] };

const open = new AsyncLocalStorage<Page>();

/** `mayLeave`: without it every request is written down instead of being sent. */
export const openJournal = ({ mayLeave }: Pick<Page, 'mayLeave'>): Journal => {
  const page: Page = { mayLeave, requests: [] };
  return { requests: page.requests, watch: (work) => open.run(page, work) };
};

/** Writes a request down before it leaves. Throws `Unsent` where it may not. */
export const noteRequest = (request: RequestOut): void => {
  const page = open.getStore();
  page?.requests.push(request);
  if (page?.mayLeave === false) throw new Unsent();
};
