declare module 'eslint-plugin-sf-plugin' {
  import type { ESLint, Linter } from 'eslint';

  const plugin: ESLint.Plugin & { readonly configs: { readonly recommended: { readonly rules: Linter.RulesRecord } } };
  export default plugin;
}
