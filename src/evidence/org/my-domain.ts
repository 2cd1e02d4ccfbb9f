import { defined } from '../../model/index.ts';
import type { MyDomain } from '../../model/index.ts';
import { text, truth } from './rows.ts';
import { settingsQuestion } from './settings.ts';

export const myDomain = settingsQuestion<MyDomain>(
  {
    object: 'MyDomainSettings',
    columns: { MyDomainName: 'myDomainName', DoesApiLoginRequireOrgDomain: 'doesApiLoginRequireOrgDomain' },
    component: { type: 'MyDomainSettings', fullName: 'MyDomain' },
    checked: '2026-11-30',
  },
  (row) => defined({ name: text(row.MyDomainName), apiLoginNeedsMyDomain: truth(row.DoesApiLoginRequireOrgDomain) }),
);
