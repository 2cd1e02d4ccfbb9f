import { fixupPluginRules } from '@eslint/compat';
import type { Linter, Rule } from 'eslint';
import sfPlugin from 'eslint-plugin-sf-plugin';

/** Our commands extend `SfCommand` through these; the rules know a command by what it extends in its own file. */
const bases: ReadonlySet<string> = new Set(['SendingCommand', 'ShellCommand']);

/** An object in which some members are others. */
const over = <T extends object>(target: T, changes: Partial<T>): T =>
  new Proxy<object>(
    {},
    {
      has: (_, key) => key in changes || key in target,
      get: (_, key) => {
        if (key in changes) return Reflect.get(changes, key) as unknown;
        const member = Reflect.get(target, key, target) as unknown;
        return typeof member === 'function' ? (member.bind(target) as unknown) : member;
      },
    },
  ) as T;

type Statement = Rule.RuleContext['sourceCode']['ast']['body'][number];

/** An import of a base, as if it were one of `SfCommand` by another name. */
const asSfCommand = (statement: Statement): Statement =>
  statement.type !== 'ImportDeclaration'
    ? statement
    : over(statement, {
        specifiers: statement.specifiers.map((one) =>
          one.type === 'ImportSpecifier' && one.imported.type === 'Identifier' && bases.has(one.imported.name)
            ? over(one, { imported: over(one.imported, { name: 'SfCommand' }) })
            : one,
        ),
      });

const seeingCommands = (rule: Rule.RuleModule): Rule.RuleModule => ({
  ...rule,
  create: (context) => {
    const { sourceCode } = context;
    const ast = over(sourceCode.ast, { body: sourceCode.ast.body.map(asSfCommand) });
    return rule.create(over(context, { sourceCode: over(sourceCode, { ast }) }));
  },
});

/** The rules of Salesforce for plugins of its CLI, which were written for an older ESLint, made to see our commands. */
export const sfRules: Readonly<Record<string, Rule.RuleModule>> = Object.fromEntries(
  Object.entries(fixupPluginRules(sfPlugin).rules ?? {}).map(([name, rule]) => [
    name,
    seeingCommands(rule as Rule.RuleModule),
  ]),
);

/** All that Salesforce recommends, each an error. */
export const sfRecommended: Linter.RulesRecord = {
  ...Object.fromEntries(Object.keys(sfPlugin.configs.recommended.rules).map((name) => [name, 'error'])),
  // The bases have no flags of their own to spread.
  'sf-plugin/spread-base-flags': 'off',
};
