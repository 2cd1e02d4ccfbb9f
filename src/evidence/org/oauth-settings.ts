import type { OauthSettings } from '../../model/index.ts';
import { present, truth } from './rows.ts';
import { settingsQuestion } from './settings.ts';

/** Plain columns: no Metadata column, so View Setup is enough. */
export const oauthSettings = settingsQuestion<OauthSettings>(
  'OauthOidcSettings',
  ['BlockOauthUnPwFlow', 'BlockOauthUsrAgtFlow', 'IsPkceRequired'],
  (row) =>
    present({
      passwordFlowBlocked: truth(row.BlockOauthUnPwFlow),
      userAgentFlowBlocked: truth(row.BlockOauthUsrAgtFlow),
      pkceRequired: truth(row.IsPkceRequired),
    }),
);
