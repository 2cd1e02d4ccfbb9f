import path from 'node:path';
import type { Rule } from 'eslint';
import { refusalOf } from './arrows.ts';

/** Lint's side of `arrows.ts`: every import, re-export and `import()` of a file in `src`. */
export const arrows: Rule.RuleModule = {
  meta: { type: 'problem', schema: [] },
  create: (context) => {
    const file = path.relative(context.cwd, context.filename).split(path.sep).join('/');
    const look = (
      source: { readonly type: string; readonly value?: unknown } | null | undefined,
      node: Rule.Node,
    ): void => {
      if (typeof source?.value !== 'string') return;
      const message = refusalOf(file, source.value);
      if (message !== undefined)
        context.report({ node, message: `${message} The arrows are in scripts/house/arrows.ts.` });
    };
    return {
      ImportDeclaration: (node) => look(node.source, node),
      ImportExpression: (node) => look(node.source, node),
      ExportNamedDeclaration: (node) => look(node.source, node),
      ExportAllDeclaration: (node) => look(node.source, node),
    };
  },
};
