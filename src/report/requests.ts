import type { RequestList, RequestOut } from '../model/index.ts';
import type { Words } from '../words/index.ts';
import { row, rows, text, type Document, type Row } from './document.ts';
import { allPrintable } from './printable.ts';
import { listed, sayFrom, type Say } from './say.ts';

/** What a question is put to: an object, a type of metadata, another resource. */
const askedOf = (asked: string): string => {
  const [, object] = /(?:\bFROM |^sobjects\/)(\w+)/u.exec(asked) ?? [];
  return object ?? asked.replace(/[?:].*$/u, '');
};

type Counted = { readonly request: RequestOut; readonly times: number };

/** Equal ones are told once, each as often as it left. */
const counted = (requests: readonly RequestOut[]): readonly Counted[] =>
  [...Map.groupBy(requests, (request) => JSON.stringify(request)).values()].flatMap((all) => {
    const [request] = all;
    return request === undefined ? [] : [{ request, times: all.length }];
  });

const asksOf = ({ asks = [] }: RequestOut, say: Say): readonly string[] =>
  asks.length === 0 ? [] : [say.count('asks', asks.length, { of: listed([...new Set(asks.map(askedOf))].toSorted()) })];

const rowOf = ({ request, times }: Counted, say: Say): Row =>
  row(
    request.method,
    { kind: 'copy', text: request.url },
    [
      say(`purpose.${request.purpose}`),
      ...asksOf(request, say),
      ...(times === 1 ? [] : [say('times', { times })]),
    ].join(' '),
  );

const requestRows = (requests: readonly RequestOut[], say: Say) =>
  rows(counted(requests).map((one) => rowOf(one, say)));

/** What a run would send, before it is sent. */
export const composeRequestList = (list: RequestList, words: Words): Document => {
  const { requests, further } = allPrintable(list);
  const say = sayFrom(words, 'requests');
  return [
    { title: say.count('would', requests.length), blocks: requestRows(requests, say) },
    ...(further.length === 0
      ? []
      : [
          {
            title: say('further'),
            blocks: [{ kind: 'list' as const, items: further.map((kind) => say(`further.${kind}`)) }],
          },
        ]),
    { blocks: [text(say('in-full'), 'quiet')] },
  ];
};

/** What a run has sent. */
export const composeSent = (requests: readonly RequestOut[], words: Words): Document => {
  const say = sayFrom(words, 'requests');
  return [{ title: say.count('sent', requests.length), blocks: requestRows(allPrintable(requests), say) }];
};
