import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import {
  ARRIVALS_FORMAT,
  signedText,
  type Arrival,
  type ArrivalsFile,
  type PartnerKeyFile,
} from '#shared/referral/arrivals-file.ts';

/** A key of a receiving place: the half that stays, and the half that leaves. Ed25519, both in base64. */
export function newPartnerKeys(): { readonly publicKey: string; readonly privateKey: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return {
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
  };
}

/**
 * The confirmation file of a receiving place.
 * @throws when the key file holds no key.
 */
export function signArrivals(
  { keyId, partner, privateKey }: PartnerKeyFile,
  arrivals: readonly Arrival[],
  signedAt: string,
): ArrivalsFile {
  const unsigned: ArrivalsFile = {
    format: ARRIVALS_FORMAT,
    keyId,
    partner,
    signedAt,
    arrivals: [...arrivals],
    signature: '',
  };
  const key = createPrivateKey({
    key: Buffer.from(privateKey, 'base64'),
    format: 'der',
    type: 'pkcs8',
  });
  const signature = sign(null, Buffer.from(signedText(unsigned)), key).toString('base64');
  return { ...unsigned, signature };
}

/** Whether the file is as the holder of the other half of this key signed it. */
export function isSignedWith(publicKey: string, file: ArrivalsFile): boolean {
  const key = readPublic(publicKey);
  if (key === null) return false;
  return verify(null, Buffer.from(signedText(file)), key, Buffer.from(file.signature, 'base64'));
}

function readPublic(publicKey: string): KeyObject | null {
  try {
    return createPublicKey({
      key: Buffer.from(publicKey, 'base64'),
      format: 'der',
      type: 'spki',
    });
  } catch {
    return null;
  }
}
