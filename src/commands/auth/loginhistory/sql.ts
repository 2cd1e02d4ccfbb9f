import { Messages } from '@salesforce/core';
import { readSqlRequest, sqlFlags } from '../../../input/loginhistory/sql.ts';
import { exitCodes } from '../../../model/index.ts';
import type { WarehouseQuery } from '../../../model/index.ts';
import { exitCodeSection } from '../../../output/exit-codes.ts';
import { renderQuery } from '../../../output/warehouse.ts';
import { ShellCommand } from '../../../shell/command.ts';
import { warehouseQuery } from '../../../look/warehouse.ts';
import { loadWords } from '../../../words/index.ts';

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages('sf-plugin-auth-doctor', 'auth.loginhistory.sql');

export default class AuthLoginhistorySql extends ShellCommand<WarehouseQuery> {
  public static override readonly summary = messages.getMessage('summary');
  public static override readonly description = messages.getMessage('description');
  public static override readonly examples = messages.getMessages('examples');
  public static override readonly flags = sqlFlags(messages);
  public static override readonly errorCodes = exitCodeSection(loadWords(), 'sql');

  public run(): Promise<WarehouseQuery> {
    return this.answer(this.parse(AuthLoginhistorySql), ({ flags }) => {
      const result = warehouseQuery(readSqlRequest(flags, Date.now()));
      return Promise.resolve({
        result,
        exitCode: exitCodes.healthy,
        report: ({ words }) => renderQuery(result, words),
        file: flags['output-file'],
      });
    });
  }
}
