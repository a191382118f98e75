import { basename } from 'node:path';
import { requireJournal, withDesk } from './desk-folder.ts';
import { EXIT, printAnswer, UnusableArguments, type ExitCode, type Terminal } from './outcome.ts';
import { pathOf, readArguments, type Subcommand } from './subcommand.ts';
import { readText, type LargestFile } from './text-file.ts';
import { keptInstruments } from '#db/board/screeners-projection.ts';
import { examineScreener, instrumentHash } from '#main/desk/clinical/examine-screener.ts';
import type { Desk } from '#main/desk/desk.ts';
import type { ScreenerExamination } from '#shared/board/screen-lines.ts';
import { isRefusal } from '#shared/lib/refusal.ts';
import { DESK_OPERATOR } from '#shared/roster/operator.ts';
import { proposeInstrument } from '#shared/screen/decide-instruments.ts';
import type { Instrument } from '#shared/screen/instrument.ts';
import { LARGEST_SCREENER_FILE } from '#shared/screen/screener-file.ts';

const LARGEST: LargestFile = {
  bytes: LARGEST_SCREENER_FILE,
  why: 'it is larger than 512 KiB, and no screen is',
  remedy: 'Name the file that holds the questions.',
  what: 'the file with the questions',
};

const usage = 'install-screener FILE [--data DIR] [--registration TEXT]';

/** What became of the file in the center: nothing while no data folder was named. */
interface Proposed {
  readonly proposed: boolean;
  readonly refusal: string | null;
}

/** Looks at the wording of a suicide screen and proposes it; a supervisor approves it in the window. */
export const installScreenerCommand: Subcommand = {
  usage,
  summary: 'check the wording of a suicide screen, and with --data propose it to the center',
  async run(args, terminal) {
    const given = readArguments(usage, args, {
      operands: ['FILE'],
      options: ['data', 'registration'],
      needed: [],
    });
    const file = pathOf(terminal, given.operands[0] ?? '');
    const seen = examineScreener(readText(file, LARGEST));
    const data = given.option('data');
    const registration = given.option('registration') ?? 'Not stated on the command line';
    const outcome =
      data === undefined || seen.instrument === null
        ? NOT_PROPOSED
        : await proposeIn(pathOf(terminal, data), seen.instrument, basename(file), registration);
    answer(terminal, seen, outcome);
    return tell(terminal, file, seen, outcome, data !== undefined);
  },
};

const NOT_PROPOSED: Proposed = { proposed: false, refusal: null };

async function proposeIn(
  folder: string,
  instrument: Instrument,
  source: string,
  registration: string,
): Promise<Proposed> {
  requireJournal(folder);
  return withDesk(folder, (desk: Desk) => {
    if (desk.policy() === null)
      throw new UnusableArguments(
        `${folder} holds no center yet`,
        'Set the center up in the window first: somebody there has to approve the wording.',
      );
    const hash = instrumentHash(instrument);
    const proposal = { instrument, hash, source, registration };
    const events = proposeInstrument(keptInstruments(desk.db), proposal);
    if (isRefusal(events)) return { proposed: false, refusal: events.because };
    desk.record(events, DESK_OPERATOR);
    return { proposed: true, refusal: null };
  });
}

function answer(
  terminal: Terminal,
  { instrument, faults, warnings }: ScreenerExamination,
  outcome: Proposed,
): void {
  printAnswer(terminal, {
    ...outcome,
    hash: instrument && instrumentHash(instrument),
    title: instrument?.title ?? null,
    code: instrument?.code ?? null,
    questions: (instrument?.questions ?? []).map(({ linkId, role, wording, after }) => ({
      linkId,
      asks: role,
      askedAfter: after === null ? null : { asks: after.role, answers: after.on },
      languages: wording.map(({ language }) => language),
    })),
    faults,
    warnings,
  });
}

/** The answer is for programs too; this is for the person who typed the command. */
function tell(
  terminal: Terminal,
  file: string,
  { instrument, faults }: ScreenerExamination,
  { proposed, refusal }: Proposed,
  wanted: boolean,
): ExitCode {
  const say = (line: string) => terminal.err.write(`${line}\n`);
  for (const fault of faults.slice(0, 5)) say(`${file}: ${fault}`);
  if (faults.length > 5) say(`All ${faults.length} stand under "faults". Nothing was changed.`);
  if (refusal !== null) say(refusal);
  if (proposed)
    say('Proposed. A supervisor or an administrator reads and approves it in the window: g n.');
  if (instrument !== null && !wanted)
    say('Looked at only. With --data it is proposed to the center of that folder.');
  return instrument === null || (wanted && !proposed) ? EXIT.bad : EXIT.done;
}
