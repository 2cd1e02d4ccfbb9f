const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as content or as the value of an attribute. */
export const escape = (text: string): string => text.replaceAll(/[&<>"']/gu, (sign) => entities[sign] ?? sign);

type Attributes = Readonly<Record<string, string | number>>;

/** An element. `content` is HTML already. */
export const element = (name: string, attributes: Attributes, ...content: readonly string[]): string => {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escape(String(value))}"`);
  return `<${name}${given.join('')}>${content.join('')}</${name}>`;
};

/** An element that holds a text. */
export const textIn = (name: string, text: string, attributes: Attributes = {}): string =>
  element(name, attributes, escape(text));
