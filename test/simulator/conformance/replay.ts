import type { Stage } from '../auth/support.ts';

/** What the simulator answered in the same situation. */
export type Reply = { status: number; headers: Headers; text: string };

/** How the reply is held against the record. What a record's class does not vouch for, none of these looks at. */
export type Check =
  /** The same text, after `swap`. */
  | 'text'
  /** The same JSON, after `swap`; member order aside. */
  | 'json'
  /** Every member of the record, with a value of the same type; lists by their first item. */
  | 'members'
  /** Members that both have: values of the same type. For rows of which the simulator has fewer columns. */
  | 'common'
  /** Every row of the record stands among the rows of the reply. */
  | 'rows'
  /** The record is a piece of the reply. */
  | 'piece'
  /** Each of `pieces` stands in the record and in the reply: where the source quotes a page with gaps, or shows what differs from ours. */
  | 'pieces'
  /** The same XML, but for blanks between elements. */
  | 'xml'
  /** Every element of the record. */
  | 'elements'
  /** The same error code, and the last line of the message, after `swap`. */
  | 'last-line'
  /** The Location header, after `swap`. */
  | 'location';

export type Replay = {
  /** The situation, in a few words. */
  situation: string;
  ask: (stage: Stage) => Promise<Reply>;
  check: Check;
  /** [in the record, in this simulator]: names and values that must differ. */
  swap?: (stage: Stage) => ReadonlyArray<readonly [string, string]>;
  pieces?: readonly string[];
  /** Members or elements of the record that the reply rightly lacks, or has empty, by their last name. */
  without?: readonly string[];
};

/** Either how a record is replayed, or why it is not. */
export type Table = Readonly<Record<string, Replay | { not: string }>>;

const reply = async (response: Response): Promise<Reply> => ({
  status: response.status,
  headers: response.headers,
  text: await response.text(),
});

export const send = async (url: string, init: RequestInit = {}): Promise<Reply> =>
  reply(await fetch(url, { redirect: 'manual', ...init }));

export const form = (members: Record<string, string>, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  body: new URLSearchParams(members),
  headers,
});
