import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UnusableFile } from './unusable-file.ts';

const SALT_FILE = 'person-salt';
const SALT = /^[0-9a-f]{64}$/;

/**
 * The secret of a data folder that makes pseudonyms and digests of personal rows one-way: without it nobody
 * can try names until one fits. It never leaves the folder.
 */
export class PersonSalt {
  /** For the thread that reads beside the desk, and for nobody else. */
  readonly secret: Uint8Array;

  private constructor(secret: Uint8Array) {
    this.secret = secret;
  }

  /** As it was handed to a thread. */
  static holding(secret: Uint8Array): PersonSalt {
    return new PersonSalt(secret);
  }

  /** The folder's own; null while it has none. @throws UnusableFile when what is there is no salt. */
  static of(dataFolder: string): PersonSalt | null {
    const file = join(dataFolder, SALT_FILE);
    if (!existsSync(file)) return null;
    const text = readFileSync(file, 'utf8').trim();
    if (SALT.test(text)) return new PersonSalt(Buffer.from(text, 'hex'));
    throw new UnusableFile(
      file,
      null,
      'it is not the salt that was written here',
      'Put the file back from a backup: with another one every person would count as somebody new.',
    );
  }

  /** The folder's own, made when it has none. */
  static kept(dataFolder: string): PersonSalt {
    const known = PersonSalt.of(dataFolder);
    if (known !== null) return known;
    const secret = randomBytes(32);
    writeFileSync(join(dataFolder, SALT_FILE), `${secret.toString('hex')}\n`, {
      flag: 'wx',
      mode: 0o600,
    });
    return new PersonSalt(secret);
  }

  /** HMAC-SHA-256 in hexadecimal. */
  keyed(text: string): string {
    return createHmac('sha256', this.secret).update(text).digest('hex');
  }
}
