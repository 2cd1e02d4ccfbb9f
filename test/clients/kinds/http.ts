import axios from 'axios';
import type { AxiosError } from 'axios';
import got from 'got';
import { everyFlow, formOf, inConsole, inJson, queryUrl, textIn } from '../client.ts';
import type { Client, Token } from '../client.ts';

/** Plain HTTP with axios: a form, and the answer in `error.response.data`. */
export const axiosClient: Client = {
  name: 'axios',
  flows: everyFlow,
  login: async (login) => (await axios.post<Token>(login.tokenUrl, new URLSearchParams(formOf(login)))).data,
  query: (token) => axios.get(queryUrl(token), { headers: { Authorization: `Bearer ${token.access_token}` } }),
  prints: (error) => ({
    body: inJson(error, 'response', 'data'),
    log: `${String(error)} ${inConsole((error as AxiosError).response?.data)}`,
  }),
};

/** Plain HTTP with got: the answer in `error.response.body`. */
export const gotClient: Client = {
  name: 'got',
  flows: everyFlow,
  login: (login) => got.post(login.tokenUrl, { form: formOf(login) }).json<Token>(),
  query: (token) =>
    got(queryUrl(token), { headers: { authorization: `Bearer ${token.access_token}` }, retry: { limit: 0 } }).json(),
  prints: (error) => ({
    body: textIn(error, 'response', 'body'),
    log: `${String(error)} ${textIn(error, 'response', 'body')}`,
  }),
};
