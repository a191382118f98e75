import { z } from 'zod';
import { canonicalJson } from '../lib/canonical-json.ts';

export const ARRIVALS_FORMAT = 'caredesk-arrivals/1';
export const PARTNER_KEY_FORMAT = 'caredesk-partner-key/1';
export const LARGEST_ARRIVALS_FILE = 1_048_576;
export const MOST_ARRIVALS = 1_000;

const date = z.iso.date();

/** One person who came, by the code they brought. No name: the code says who it is to the center alone. */
export const arrivalSchema = z.strictObject({
  code: z.string().max(40),
  arrivedOn: date,
  servedOn: date.nullable(),
});

export const arrivalsFileSchema = z.strictObject({
  format: z.literal(ARRIVALS_FORMAT),
  keyId: z.string().min(1).max(64),
  partner: z.string().min(1).max(300),
  signedAt: z.iso.datetime(),
  arrivals: z.array(arrivalSchema).max(MOST_ARRIVALS),
  /** Ed25519 in base64 over `signedText`. */
  signature: z.string().max(200),
});

export type Arrival = z.output<typeof arrivalSchema>;
export type ArrivalsFile = z.output<typeof arrivalsFileSchema>;

/** What the receiving place keeps, and nobody else. */
export const partnerKeyFileSchema = z.strictObject({
  format: z.literal(PARTNER_KEY_FORMAT),
  keyId: z.string().min(1).max(64),
  partner: z.string().min(1).max(300),
  /** Ed25519, PKCS #8 in base64. */
  privateKey: z.string().max(400),
});

export type PartnerKeyFile = z.output<typeof partnerKeyFileSchema>;

/** The text that is signed: everything but the signature, in one form however it is spaced. */
export function signedText({ signature: _signature, ...said }: ArrivalsFile): string {
  return canonicalJson(said);
}
