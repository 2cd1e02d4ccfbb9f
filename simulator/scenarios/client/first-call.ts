import type { Client, LoggedIn, Told } from '../client.ts';
import { from } from './source-address.ts';

const everybodyMay = 'SELECT Id FROM Organization';

/** The first call to the API with a session, which tells whether the login was good for anything. */
export const firstCall = async (client: Client, { instanceUrl, ...login }: LoggedIn): Promise<Told> => {
  const answer = await fetch(
    `${instanceUrl}/services/data/v67.0/query?q=${encodeURIComponent(client.soql ?? everybodyMay)}`,
    { headers: { ...from(client), authorization: `${client.scheme ?? 'Bearer'} ${login.accessToken ?? ''}` } },
  );
  return { granted: answer.ok, by: 'api', status: answer.status, body: await answer.text(), ...login };
};
