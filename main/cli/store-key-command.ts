import { requireJournal } from './desk-folder.ts';
import { EXIT, printAnswer } from './outcome.ts';
import { pathOf, readArguments, type Subcommand } from './subcommand.ts';
import { isPlain } from '#main/desk/store-key/ring-keys.ts';
import { ringIn } from '#db/store-key/ring-file.ts';

const usage = 'store-key --data DIR';

/** How a store is opened. Nothing in its answer opens it. */
export const storeKeyCommand: Subcommand = {
  usage,
  summary: 'say whether the store is encrypted, and how it is opened',
  opensNothing: true,
  run(args, terminal) {
    const given = readArguments(usage, args, { operands: [], options: ['data'], needed: ['data'] });
    const folder = pathOf(terminal, given.option('data') ?? '');
    const encrypted = !isPlain(requireJournal(folder));
    const ring = encrypted ? ringIn(folder) : null;
    const keys = (ring?.keys ?? []).map(({ fingerprint, madeAt, daily }) => ({
      fingerprint,
      madeAt,
      opens: daily.by,
      ...(daily.by === 'keystore' ? { keystore: daily.keystore } : {}),
    }));
    printAnswer(terminal, { encrypted, keys });
    return EXIT.done;
  },
};
