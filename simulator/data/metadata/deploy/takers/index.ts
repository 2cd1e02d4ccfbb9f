import type { Taker } from '../taker.ts';
import { certificate } from './certificate.ts';
import { connectedApp } from './connected-app.ts';
import { externalClientAppTakers } from './external-client-app.ts';
import { peopleTakers } from './people.ts';
import { settingsTakers } from './settings.ts';

/** In the order in which components are taken in: what others name comes before them. */
export const takers: readonly Taker[] = [
  ...peopleTakers,
  certificate,
  connectedApp,
  ...externalClientAppTakers,
  ...settingsTakers,
];
