/** What may be handed to the center's phone, and how it is written down. */
export interface DialTarget {
  readonly uri: string;
  readonly shown: string;
}

/** Digits with an optional plus, and an extension. Nothing else may reach a program outside the console. */
const TEL = /^tel:(\+?\d{2,15})(?:;ext=(\d{1,8}))?$/;
const SIP = /^sips?:([a-z0-9._+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,8}(?::\d{1,5})?)$/i;

/** Null for everything that is not exactly a `tel:` or `sip:` address. */
export function dialTarget(address: string): DialTarget | null {
  // Signs that only make a number readable, as a policy may write it.
  const uri = address.startsWith('tel:') ? address.replace(/[().-]/g, '') : address;
  const tel = TEL.exec(uri);
  if (tel !== null) {
    const [, digits = '', extension] = tel;
    return { uri, shown: extension === undefined ? digits : `${digits} ext. ${extension}` };
  }
  const [, sip] = SIP.exec(uri) ?? [];
  return sip === undefined ? null : { uri, shown: sip };
}
