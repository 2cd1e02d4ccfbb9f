import { CommandHelp, Help } from '@oclif/core';
import type { Command, HelpSection } from '@oclif/core';

/** As the CLI's own help: with the exit codes. Only for `bin/run.js`; inside `sf` its help prints them. */
class WithExitCodes extends CommandHelp {
  protected override sections(): ReturnType<CommandHelp['sections']> {
    const { errorCodes } = this.command as Command.Loadable & { readonly errorCodes?: HelpSection };
    return [...super.sections(), { header: 'ERROR CODES', generate: () => errorCodes }];
  }
}

export default class DoctorHelp extends Help {
  protected override CommandHelpClass = WithExitCodes;
}
