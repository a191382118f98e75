import type { KeystoreStanding } from '#shared/store-key/store-key-view.ts';

/** What the operating system keeps secrets in. Only the window’s rim knows a real one. */
export interface Keystore {
  standing(): KeystoreStanding & { readonly name: string };
  /** Base64. */
  seal(secret: string): Promise<string>;
  /** @throws when it was sealed by another keystore, another person’s or another PC’s. */
  open(sealed: string): Promise<string>;
}

/** For who has none: the command line. */
export const NO_KEYSTORE: Keystore = {
  standing: () => ({
    name: 'none',
    available: false,
    says: 'The command line has no keystore: only the console’s window has.',
  }),
  seal: () => Promise.reject(new Error('There is no keystore.')),
  open: () => Promise.reject(new Error('There is no keystore.')),
};
