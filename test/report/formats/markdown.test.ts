import { expect } from 'chai';
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { Block } from '../../../src/report/document.ts';
import { showPage } from '../../../src/report/markdown.ts';
import '../../support/properties.ts';

type Node = {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
  readonly depth?: number;
};

const parsed = (page: string): Node =>
  fromMarkdown(page, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

/** The text that a reader sees; a code span counts with its backticks. */
const textOf = ({ type, value = '', children = [] }: Node): string =>
  type === 'inlineCode' ? `\`${value}\`` : type === 'break' ? ' ' : value + children.map(textOf).join('');

const all = (node: Node, type: string): readonly Node[] => [
  ...(node.type === type ? [node] : []),
  ...(node.children ?? []).flatMap((child) => all(child, type)),
];

const tidy = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();

const nasty = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '1.',
          '1)',
          '2026.',
          '#',
          '##',
          '-',
          '+',
          '*',
          '_',
          '__',
          '~~',
          '|',
          '\\',
          '`',
          '``',
          '>',
          '=',
          '==',
          '---',
        ],
        ...[
          '<b>',
          '</b>',
          '<!--',
          '&lt;',
          '&amp;',
          '[x]',
          '(y)',
          '![z]',
          '[^1]',
          '[ ]',
          'a_b_c',
          'a@b.c',
          'x',
          'Zażółć',
          ':',
        ],
      ),
      fc.string({ minLength: 1, maxLength: 6 }).map((text) => text.replaceAll(/[\s\p{Cc}\p{Cf}\p{Cs}`]/gu, 'q')),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .chain((words) => fc.constantFrom(words.join(' '), words.join('')))
  // A code span may hold blanks at its ends, which Markdown takes away.
  .filter((text) => tidy(text) === text && text !== '' && !/`[^`]*[ ][^`]*`/u.test(text));

const shown = (block: Block): Node => parsed(showPage('Title', [{ title: 'Part', blocks: [block] }]));

describe('formats: Markdown is read as it is meant', () => {
  it('a numbered headline shows its number, and no backslash', () => {
    const page = showPage('T', [
      { blocks: [{ kind: 'headline', text: '1. Suspected: a thing', tone: 'bad', note: 'id' }] },
    ]);
    expect(page).to.include('\n## 1. Suspected: a thing (`id`)');
  });

  const where: ReadonlyArray<
    readonly [string, (text: string) => Block, (page: Node) => ReadonlyArray<Node | undefined>]
  > = [
    ['a paragraph', (text) => ({ kind: 'text', text, tone: 'plain' }), (page) => all(page, 'paragraph')],
    ['a strong paragraph', (text) => ({ kind: 'text', text, tone: 'strong' }), (page) => all(page, 'strong')],
    ['a headline', (text) => ({ kind: 'headline', text, tone: 'bad' }), (page) => all(page, 'heading').slice(2)],
    ['a list', (text) => ({ kind: 'list', items: [text, text] }), (page) => all(page, 'paragraph').slice(0, 1)],
    [
      'a table',
      (text) => ({
        kind: 'table',
        columns: [{ label: 'a' }, { label: 'b' }],
        rows: [{ cells: [text, 'x'], tone: 'plain' }],
      }),
      (page) => all(page, 'tableCell').slice(2, 3),
    ],
    [
      'steps',
      (text) => ({ kind: 'rows', rows: [{ label: 'Steps', cells: [{ kind: 'steps', items: [text] }] }] }),
      (page) =>
        all(page, 'listItem')
          .slice(1)
          .flatMap((item) => all(item, 'paragraph')),
    ],
    [
      'a row',
      (text) => ({ kind: 'rows', rows: [{ label: 'Fix', cells: [{ kind: 'text', text }] }] }),
      (page) => all(page, 'paragraph').map((one) => ({ type: 'row', children: (one.children ?? []).slice(1) })),
    ],
  ];

  for (const [name, block, find] of where)
    it(`${name} says what was written, whatever signs stand in it`, () => {
      fc.assert(
        fc.property(nasty, (text) => {
          const [node] = find(shown(block(text)));
          expect(tidy(textOf(node ?? { type: 'missing', value: '(nothing)' }))).to.equal(text);
        }),
        { numRuns: 300 },
      );
    });

  it('a command is copied as it is', () => {
    fc.assert(
      fc.property(
        fc
          .string({ minLength: 1 })
          .map((text) => text.replaceAll(/[\s\p{Cc}\p{Cs}]+/gu, ' ').trim())
          .filter((text) => text !== '' && !text.startsWith('http')),
        (text) => {
          const [code] = all(
            shown({ kind: 'rows', rows: [{ label: 'Run', cells: [{ kind: 'copy', text }] }] }),
            'inlineCode',
          );
          expect(code?.value).to.equal(text);
        },
      ),
    );
  });
});
