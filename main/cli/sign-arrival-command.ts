import { existsSync, writeFileSync } from 'node:fs';
import type { z } from 'zod';
import { EXIT, printAnswer, UnusableArguments } from './outcome.ts';
import { pathOf, readArguments, type Subcommand } from './subcommand.ts';
import { readText, type LargestFile } from './text-file.ts';
import { UnusableFile } from '#main/desk/import/unusable-file.ts';
import { signArrivals } from '#main/desk/referral/partner-signing.ts';
import { isRefusal } from '#shared/lib/refusal.ts';
import {
  arrivalSchema,
  arrivalsFileSchema,
  LARGEST_ARRIVALS_FILE,
  MOST_ARRIVALS,
  partnerKeyFileSchema,
  type Arrival,
} from '#shared/referral/arrivals-file.ts';
import { readReferralCode } from '#shared/referral/referral-code.ts';

const usage = 'sign-arrival --key FILE --code CODE --arrived DATE [--served DATE] --out FILE';

const LARGEST: LargestFile = {
  bytes: LARGEST_ARRIVALS_FILE,
  why: 'it is larger than 1 MiB, and no such file is',
  remedy: 'Name the file itself.',
  what: 'the file',
};

/** For the receiving place, on any computer: says who came, by the code they brought, and signs it. */
export const signArrivalCommand: Subcommand = {
  usage,
  summary: 'for a receiving place: confirm that somebody came, in a file it signs',
  run(args, terminal) {
    const options = ['key', 'code', 'arrived', 'served', 'out'];
    const needed = options.filter((each) => each !== 'served');
    const given = readArguments(usage, args, { operands: [], options, needed });
    const keyFile = pathOf(terminal, given.option('key') ?? '');
    const out = pathOf(terminal, given.option('out') ?? '');
    const key = readJson(keyFile, partnerKeyFileSchema, 'no key of a receiving place');
    const code = readReferralCode(given.option('code') ?? '');
    if (isRefusal(code)) throw new UnusableArguments(code.because, `Usage: desk ${usage}`);
    const arrival = dated({
      code,
      arrivedOn: given.option('arrived') ?? '',
      servedOn: given.option('served') ?? null,
    });
    const before = existsSync(out)
      ? readJson(out, arrivalsFileSchema, 'no confirmation file')
      : null;
    if (before !== null && before.keyId !== key.keyId)
      throw new UnusableArguments(
        `${out} was signed with another key`,
        'Nothing was written. Name another file with --out.',
      );
    // Said again about the same person, the later word stands.
    const others = (before?.arrivals ?? []).filter((each) => each.code !== code);
    if (others.length >= MOST_ARRIVALS)
      throw new UnusableArguments(
        `${out} holds ${MOST_ARRIVALS} people already`,
        'Nothing was written. Name another file with --out.',
      );
    const signed = signArrivals(key, [...others, arrival], new Date().toISOString());
    writeFileSync(out, `${JSON.stringify(signed, null, 2)}\n`, { mode: 0o600 });
    printAnswer(terminal, { file: out, partner: key.partner, arrivals: signed.arrivals.length });
    return EXIT.done;
  },
};

function dated(arrival: Arrival): Arrival {
  const read = arrivalSchema.safeParse(arrival);
  if (read.success) return read.data;
  const which = read.error.issues[0]?.path[0] === 'servedOn' ? '--served' : '--arrived';
  throw new UnusableArguments(`${which} is no date`, 'Write it as 2026-03-05.');
}

function readJson<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
  what: string,
): z.output<Schema> {
  const text = readText(file, LARGEST);
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw new UnusableFile(file, null, `it is ${what}`, 'Check which file it is.');
  }
}
