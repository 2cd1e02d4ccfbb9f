import ipaddr from 'ipaddr.js';
import { Trouble } from '../model/index.ts';

/** Four decimal parts, or IPv6: not the old short forms, by which `10.1` is an address too. */
const isAddress = (text: string): boolean => ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text);

/** The address in its short form; an IPv4 address in the dress of IPv6 is an IPv4 address. */
const plain = (text: string): string => ipaddr.process(text).toString();

/** An address or a CIDR range (IPv4 or IPv6), tidied. Throws `Trouble` where it is neither. */
export const readAddress = (given: string): string => {
  const text = given.trim().replace(/^\[(.*)\]$/u, '$1');
  const [address = '', bits, ...rest] = text.split('/');
  const zoned = address.includes('%');
  if (zoned || rest.length > 0 || !isAddress(address)) throw new Trouble('address-invalid', { address: given });
  if (bits === undefined) return plain(address);
  if (!/^\d{1,3}$/u.test(bits) || !ipaddr.isValidCIDR(text)) throw new Trouble('address-invalid', { address: given });
  return `${ipaddr.parse(address).toString()}/${Number(bits)}`;
};
