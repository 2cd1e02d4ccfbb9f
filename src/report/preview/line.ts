import type { FilePlace, PreviewedEdit, PreviewedIntegration, SeenIntegration } from '../../model/index.ts';
import type { Say } from '../say.ts';

/** `integration@acme.example / Marketing Sync by jwt from 203.0.113.7`. */
export const who = ({ user, app, flow, sourceIps, loginType }: SeenIntegration, say: Say): string =>
  [
    say('who', { user, app: app ?? loginType ?? '-' }),
    ...(flow === undefined ? [] : [say('who.flow', { flow })]),
    ...(sourceIps.length === 0 ? [] : [say('who.address', { address: sourceIps.join(', ') })]),
  ].join(' ');

export const placeText = ({ file, line, column }: FilePlace): string => `${file}:${line}:${column}`;

/** Why: the sentence of what refuses it, or of what is not seen. */
export const why = ({ refusing, untold }: PreviewedIntegration): readonly string[] =>
  refusing.length > 0 ? refusing.map(({ text }) => text) : untold;

/** The verdict on one integration in a sentence. */
export const sentenceOf = (one: PreviewedIntegration, say: Say): string =>
  say(`line.${one.verdict}`, {
    who: who(one.integration, say),
    title: one.refusing[0]?.title ?? say('failing'),
    text: one.untold[0] ?? '',
  });

/** What does it, and where it stands. */
export const editText = ({ text, at, element }: PreviewedEdit, say: Say): string =>
  say('by', { place: at === undefined ? element : placeText(at), text });
