import { basename } from 'node:path';
import { requireJournal, withDesk } from './desk-folder.ts';
import { EXIT, printAnswer, UnusableArguments, type Terminal } from './outcome.ts';
import { pathOf, readArguments, type Subcommand } from './subcommand.ts';
import { readText, type LargestFile } from './text-file.ts';
import { areaMapHash } from '#main/desk/areas/area-answers.ts';
import { examineAreas, mapOf } from '#main/desk/areas/examine-areas.ts';
import { areaMaps } from '#db/board/area-maps-projection.ts';
import { LARGEST_AREA_FILE } from '#shared/contract/area-limits.ts';
import { isRefusal } from '#shared/lib/refusal.ts';
import { proposeMap } from '#shared/place/decide-area-maps.ts';
import type { AreaMatch } from '#shared/place/match-areas.ts';
import { DESK_OPERATOR } from '#shared/roster/operator.ts';

const LARGEST: LargestFile = {
  bytes: LARGEST_AREA_FILE,
  why: 'it is larger than 16 MiB, and the areas of a center never are',
  remedy: 'Export it with fewer points.',
  what: 'the GeoJSON file',
};

const usage = 'areas FILE --data DIR [--property NAME] [--near accept]';

/** Looks at a file of areas and proposes it as the center's map; a supervisor approves it in the window. */
export const areasCommand: Subcommand = {
  usage,
  summary: 'check a GeoJSON file of areas and propose it as the map of the center',
  run(args, terminal) {
    const given = readArguments(usage, args, {
      operands: ['FILE'],
      options: ['data', 'property', 'near'],
      needed: ['data'],
    });
    const near = given.option('near');
    if (near !== undefined && near !== 'accept')
      throw new UnusableArguments(
        `near names cannot be "${near}"`,
        'Use --near accept once you have looked at them, or leave it out.',
      );
    const file = pathOf(terminal, given.operands[0] ?? '');
    const folder = pathOf(terminal, given.option('data') ?? '');
    const text = readText(file, LARGEST);
    requireJournal(folder);
    return withDesk(folder, (desk) => {
      const inForce = desk.policy();
      if (inForce === null)
        throw new UnusableArguments(
          `${folder} holds no center yet`,
          'Set the center up in the window first: its policy names the areas.',
        );
      const read = examineAreas(text, given.option('property') ?? null, inForce.policy);
      const { faults, warnings, property, names, matches, unmatched, points } = read.examination;
      const met = matches.filter((each) => each.how === 'same' || near === 'accept');
      const doubtful = matches.filter(({ how }) => how === 'near' && near !== 'accept');
      const map = mapOf(basename(file), read.areas, names, mappingOf(met));
      const proposed =
        faults.length > 0 || doubtful.length > 0
          ? null
          : proposeMap(areaMaps(desk.db), map, areaMapHash(map), 'desk areas');
      const refusal = isRefusal(proposed) ? proposed.because : null;
      const events = proposed === null || isRefusal(proposed) ? [] : proposed;
      desk.record(events, DESK_OPERATOR);
      printAnswer(terminal, {
        proposed: events.length > 0,
        hash: events.length > 0 ? areaMapHash(map) : null,
        refusal,
        faults,
        warnings,
        property,
        areas: names.length,
        points,
        matched: pairs(met),
        near: pairs(doubtful),
        missing: matches.filter(({ shape }) => shape === null).map(({ areaName }) => areaName),
        unmatched,
      });
      tell(terminal, file, { faults, refusal, doubtful, proposed: events.length > 0 });
      return events.length > 0 ? EXIT.done : EXIT.bad;
    });
  },
};

function mappingOf(matches: readonly AreaMatch[]): Record<string, string> {
  return Object.fromEntries(
    matches.flatMap(({ areaId, shape }) => (shape === null ? [] : [[areaId, shape]])),
  );
}

function pairs(matches: readonly AreaMatch[]): { area: string; shape: string }[] {
  return matches.flatMap(({ areaName, shape }) =>
    shape === null ? [] : [{ area: areaName, shape }],
  );
}

/** The answer is for programs too; this is for the person who typed the command. */
function tell(
  terminal: Terminal,
  file: string,
  outcome: {
    readonly faults: readonly string[];
    readonly refusal: string | null;
    readonly doubtful: readonly AreaMatch[];
    readonly proposed: boolean;
  },
): void {
  const say = (line: string) => terminal.err.write(`${line}\n`);
  for (const fault of outcome.faults.slice(0, 5)) say(`${file}: ${fault}`);
  if (outcome.faults.length > 5)
    say(`All ${outcome.faults.length} stand under "faults". Nothing was changed.`);
  if (outcome.refusal !== null) say(outcome.refusal);
  for (const { areaName, shape } of outcome.doubtful)
    say(`Is “${shape}” the area ${areaName}? Add --near accept when all of these are right.`);
  if (outcome.proposed)
    say('Proposed. A supervisor or an administrator approves it in the window: g m, then i.');
}
