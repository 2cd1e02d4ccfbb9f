import { cause } from '../clues/cause.ts';
import { isCliApp } from '../clues/cli-app.ts';
import { passwordFlows, serverFlows } from '../clues/flows.ts';
import { daysIn, isInBrowser } from '../clues/rows.ts';
import { clue, proves } from '../model/index.ts';

/** On so many days that it is no longer somebody who set the user up. */
const habit = 3;

/** Hygiene: nothing fails by it, until that person changes the password, gets MFA, or leaves. */
export default cause({
  id: 'person-as-integration-user',
  gate: 'user',
  blocks: false,
  flows: [...serverFlows, ...passwordFlows],
  sources: ['login-history-object'],
  clues: [
    clue('browser-logins', ['integration', 'loginRows'], ({ integration, loginRows }) => {
      const [last, ...others] = loginRows.filter((row) => row.success && isInBrowser(row));
      // The CLI's own app is made for people.
      if (last === undefined || isCliApp(integration)) return undefined;
      const days = daysIn([last, ...others]);
      return days < habit ? undefined : proves({ days, at: last.at });
    }),
  ],
  remedies: [
    { id: 'own-user', who: 'org-admin', effect: 'changes-client', setup: '/lightning/setup/ManageUsers/home' },
  ],
});
