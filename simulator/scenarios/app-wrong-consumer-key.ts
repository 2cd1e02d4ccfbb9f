import { codeAndText } from './prints.ts';
import { scenario } from './scenario.ts';

/** Two neighbours change places, as when a key is typed by hand. */
const mistyped = (key: string): string => {
  const at = key.split('').findIndex((letter, index) => index > 20 && letter !== key[index + 1]);
  return key.slice(0, at) + (key[at + 1] ?? '') + (key[at] ?? '') + key.slice(at + 2);
};

export default scenario({
  id: 'app-wrong-consumer-key',
  title: 'The integration was moved to another server, and its consumer key mistyped there',
  flow: 'jwt',
  breaks: ({ client }) => {
    client.consumerKey = mistyped(client.consumerKey);
  },
  byLogin: true,
  prints: codeAndText,
  leaves: { told: 'client identifier invalid' },
});
