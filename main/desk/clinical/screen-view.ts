import type { NameOf } from '../incident-row.ts';
import type { WordsFor } from '../partition/words-for.ts';
import { instrumentOf, keptInstruments } from '#db/board/screeners-projection.ts';
import type { Database } from '#db/open-database.ts';
import type { TimelineLine } from '#shared/board/incident-view.ts';
import type { ScreenDesk, ScreenLine } from '#shared/board/screen-lines.ts';
import type { AsRead } from '#shared/partition/event-partitions.ts';
import { isKept, mayRead } from '#shared/partition/partition.ts';
import type { Role } from '#shared/roster/operator.ts';
import { branchingOf } from '#shared/screen/instrument.ts';
import { sayResult, wordOf } from '#shared/screen/say-screen.ts';
import { HAZARD_WORDS } from '#shared/screen/screen-hazard.ts';
import { readScreen, type KeptScreen, type ScreenEvent } from '#shared/screen/screen-events.ts';
import {
  ROLE_SUMMARIES,
  SCREEN_ANSWER_LABELS,
  SCREEN_INFORMANT_LABELS,
  type Branching,
} from '#shared/screen/screen-question.ts';
import { triage } from '#shared/screen/triage.ts';

/** How the questions of a screen follow one another: as in the wording it began with. */
export function branchingFor(
  db: Database,
  { instrument }: Pick<KeptScreen, 'instrument'>,
): Branching {
  return branchingOf(instrument === null ? null : instrumentOf(db, instrument));
}

export interface ScreenSources {
  readonly db: Database;
  readonly nameOf: NameOf;
  readonly words: WordsFor;
  readonly screens: readonly KeptScreen[];
}

export function screenDesk({ db, nameOf, words, screens }: ScreenSources): ScreenDesk {
  return {
    inForce: keptInstruments(db).inForce?.hash ?? null,
    screens: screens.map((screen): ScreenLine => {
      const { incidentId: _incidentId, hazard: _hazard, ...read } = readScreen(screen, words);
      const { answers, finished } = read;
      return {
        ...read,
        beganByName: nameOf(read.beganBy),
        finished: finished && { at: finished.at, byName: nameOf(finished.by) },
        result: triage(answers, branchingFor(db, screen)),
      };
    }),
  };
}

/** What the timeline says of it: answers to whom they were read for, a word for danger to everybody. */
export function sayScreen(
  event: AsRead<ScreenEvent>,
  role: Role,
): Pick<TimelineLine, 'text' | 'kind'> | null {
  if (mayRead(role, 'clinical')) {
    const text = inWords(event);
    return text === null ? null : { kind: 'clinical', text };
  }
  if (event.type !== 'screen.finished' || event.hazard === null) return null;
  return { kind: 'alert', text: HAZARD_WORDS[event.hazard] };
}

function inWords(event: AsRead<ScreenEvent>): string | null {
  switch (event.type) {
    case 'screen.began':
      return 'Suicide screen begun';
    case 'screen.answered': {
      if (isKept(event.given)) return null;
      const { role, answer, informant } = event.given;
      const who = SCREEN_INFORMANT_LABELS[informant];
      return `Screen, ${ROLE_SUMMARIES[role].toLowerCase()}: ${SCREEN_ANSWER_LABELS[answer]} (${who})`;
    }
    case 'screen.finished': {
      const { result, answers } = event;
      if (isKept(result) || isKept(answers)) return null;
      return `Suicide screen: ${wordOf(result).toLowerCase()}. ${sayResult(result, answers)}`;
    }
  }
}
