import { Config } from '@oclif/core';
import CommandReferenceGenerate from '@salesforce/plugin-command-reference/lib/commands/commandreference/generate.js';

/** The pages of the command reference, as Salesforce makes them of its own plugins: `npm run reference -- --output-format markdown`. */
const config = await Config.load({ root: process.cwd(), devPlugins: false, userPlugins: false });
await CommandReferenceGenerate.run(
  ['--plugins', 'sf-plugin-auth-doctor', '--error-on-warnings', ...process.argv.slice(2)],
  config,
);
