import { requireJournal, withDesk } from './desk-folder.ts';
import { EXIT, printAnswer } from './outcome.ts';
import { pathOf, readArguments, type Subcommand } from './subcommand.ts';
import { knownAuditKeys } from '#db/settings/audit-keys.ts';
import { takeNewKey } from '#main/desk/audit/signing.ts';
import { sayFingerprint } from '#shared/audit/fingerprint.ts';
import { DESK_OPERATOR } from '#shared/roster/operator.ts';

const usage = 'audit-key --data DIR [--new]';

/** Which keys the audit was ever signed with; nothing of it signs. With --new, the next one. */
export const auditKeyCommand: Subcommand = {
  usage,
  summary: 'say which keys the audit is and was signed with, or take a new one into use',
  run(args, terminal) {
    const given = readArguments(usage, args, {
      operands: [],
      options: ['data'],
      flags: ['new'],
      needed: ['data'],
    });
    const folder = pathOf(terminal, given.option('data') ?? '');
    requireJournal(folder);
    return withDesk(folder, (desk) => {
      if (given.flag('new')) takeNewKey(desk, DESK_OPERATOR, null);
      const keys = knownAuditKeys(desk.db);
      printAnswer(terminal, { keys });
      const [inUse] = keys;
      terminal.err.write(
        inUse === undefined
          ? 'The key is made at the first export.\n'
          : `Exports are signed with the key ${sayFingerprint(inUse.fingerprint)}. Give that to whoever verifies them, apart from the file.\n`,
      );
      return EXIT.done;
    });
  },
};
