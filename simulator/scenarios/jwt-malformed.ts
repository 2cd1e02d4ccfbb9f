import { codeAndText } from './prints.ts';
import { scenario } from './scenario.ts';

export default scenario({
  id: 'jwt-malformed',
  title: 'A client of their own joins the parts of the assertion in a wrong way',
  flow: 'jwt',
  breaks: ({ client }) => {
    client.mangles = (assertion) => assertion.replaceAll('.', '');
  },
  prints: codeAndText,
  leaves: { told: 'invalid assertion' },
});
