import { body } from './prints.ts';
import { scenario } from './scenario.ts';

export default scenario({
  id: 'healthy',
  cause: undefined,
  title: 'Nothing is wrong: the login works',
  flow: 'jwt',
  prints: (told) => (told.granted ? '' : body(told)),
});
