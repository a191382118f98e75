import { app, shell } from 'electron';
import { phoneNumberOf } from '#main/desk/phone/phone-number.ts';
import type { Done, Reply } from '#shared/contract/endpoint.ts';

/**
 * Hands a number to the phone program of this computer: `tel:` and `sip:` with digits and plain names, and
 * nothing else, ever. What comes of it a person writes down.
 */
export async function dial(number: string): Promise<Reply<Done>> {
  const target = phoneNumberOf(number);
  if (target === null) return byHand(number);
  const { uri, shown } = target;
  if (app.getApplicationNameForProtocol(uri) === '') return byHand(shown);
  try {
    await shell.openExternal(uri, { activate: false });
    return { ok: true, value: { seq: 0 } };
  } catch {
    return byHand(shown);
  }
}

function byHand(shown: string): Reply<Done> {
  return {
    ok: false,
    refused: 'no-phone',
    because: `This computer has no phone program that takes numbers. Dial ${shown} by hand, then write down what came of it.`,
  };
}
