import { Flags } from '@oclif/core';
import { ConfigAggregator } from '@salesforce/core/configAggregator';
import { loadWords } from '../words/index.ts';

/** With it comes all of `@salesforce/core`: a run where nobody names a version does without. */
const cliFlag = async () => (await import('@salesforce/sf-plugins-core')).Flags.orgApiVersion();

const isConfigured = async (): Promise<boolean> =>
  (await ConfigAggregator.create()).getPropertyValue('org-api-version') !== undefined;

/** The CLI's own flag for the version of the API, loaded once a version is typed or configured. */
export const apiVersionFlag = Flags.custom({
  description: loadWords().text('shell', 'flags.api-version.description'),
  parse: async (input, context, options) => (await cliFlag()).parse(input, context, options),
  default: async (context) => {
    if (!(await isConfigured())) return undefined;
    const { default: configured } = await cliFlag();
    return typeof configured === 'function' ? configured(context) : configured;
  },
});
