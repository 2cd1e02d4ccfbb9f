import { defined } from '../../model/index.ts';
import type { OauthSettings } from '../../model/index.ts';
import { truth } from './rows.ts';
import { settingsQuestion } from './settings.ts';

export const oauthSettings = settingsQuestion<OauthSettings>(
  {
    object: 'OauthOidcSettings',
    columns: {
      BlockOauthUnPwFlow: 'blockOAuthUnPwFlow',
      BlockOauthUsrAgtFlow: 'blockOAuthUsrAgtFlow',
      IsPkceRequired: 'isPkceRequired',
    },
    component: { type: 'OauthOidcSettings', fullName: 'OauthOidc' },
    checked: '2026-11-30',
  },
  (row) =>
    defined({
      passwordFlowBlocked: truth(row.BlockOauthUnPwFlow),
      userAgentFlowBlocked: truth(row.BlockOauthUsrAgtFlow),
      pkceRequired: truth(row.IsPkceRequired),
    }),
);
