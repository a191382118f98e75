import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { requireJournal, withDesk } from './desk-folder.ts';
import { EXIT, printAnswer, UnusableArguments } from './outcome.ts';
import { pathOf, readArguments, type Subcommand } from './subcommand.ts';
import { newPartnerKeys } from '#main/desk/referral/partner-signing.ts';
import { findPartnerKey } from '#db/board/partner-keys-projection.ts';
import type { PartnerKeyId } from '#shared/lib/brand.ts';
import { isRefusal } from '#shared/lib/refusal.ts';
import { PARTNER_KEY_FORMAT, type PartnerKeyFile } from '#shared/referral/arrivals-file.ts';
import { makePartnerKey, revokePartnerKey } from '#shared/referral/partner-key.ts';
import { DESK_OPERATOR } from '#shared/roster/operator.ts';

const usage = 'partner-key NAME --out FILE --data DIR';
const revokeUsage = 'revoke-partner-key KEY-ID --data DIR';

/** Makes the key of a receiving place. The half it signs with leaves with the file and is stored nowhere here. */
export const partnerKeyCommand: Subcommand = {
  usage,
  summary: 'make the key a receiving place signs its confirmations with',
  run(args, terminal) {
    const given = readArguments(usage, args, {
      operands: ['NAME'],
      options: ['out', 'data'],
      needed: ['out', 'data'],
    });
    const partner = (given.operands[0] ?? '').trim();
    const file = pathOf(terminal, given.option('out') ?? '');
    const folder = pathOf(terminal, given.option('data') ?? '');
    requireJournal(folder);
    return withDesk(folder, (desk) => {
      const keyId = randomUUID() as PartnerKeyId;
      const { publicKey, privateKey } = newPartnerKeys();
      const events = makePartnerKey(keyId, partner, publicKey);
      if (isRefusal(events)) throw new UnusableArguments(events.because, `Usage: desk ${usage}`);
      writeKey(file, { format: PARTNER_KEY_FORMAT, keyId, partner, privateKey });
      try {
        desk.record(events, DESK_OPERATOR);
      } catch (error) {
        // A key nobody knows of confirms nothing, and its file would be in the way of the next.
        rmSync(file, { force: true });
        throw error;
      }
      printAnswer(terminal, { keyId, partner, file });
      terminal.err.write(
        'Hand the file to the place, and keep no copy: whoever has it can confirm for them.\n',
      );
      return EXIT.done;
    });
  },
};

/** From now on a key confirms nothing. */
export const revokePartnerKeyCommand: Subcommand = {
  usage: revokeUsage,
  summary: 'take back the key of a receiving place',
  run(args, terminal) {
    const given = readArguments(revokeUsage, args, {
      operands: ['KEY-ID'],
      options: ['data'],
      needed: ['data'],
    });
    const folder = pathOf(terminal, given.option('data') ?? '');
    requireJournal(folder);
    return withDesk(folder, (desk) => {
      const key = findPartnerKey(desk.db, given.operands[0] ?? '');
      if (key === null)
        throw new UnusableArguments(
          `there is no key ${given.operands[0] ?? ''} in ${folder}`,
          'The key id stands in the file of the key and in every file it has signed.',
        );
      desk.record(revokePartnerKey(key), DESK_OPERATOR);
      printAnswer(terminal, { keyId: key.keyId, partner: key.organization, revoked: true });
      return EXIT.done;
    });
  },
};

/** Never over another file: it may be a key that is in use. */
function writeKey(file: string, key: PartnerKeyFile): void {
  try {
    writeFileSync(file, `${JSON.stringify(key, null, 2)}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UnusableArguments(
      code === 'EEXIST' ? `${file} is there already` : `${file} cannot be written (${code})`,
      'No key was made. Name a new file with --out.',
    );
  }
}
