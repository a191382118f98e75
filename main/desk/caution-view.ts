import type { NameOf } from './incident-row.ts';
import type { WordsFor } from './partition/words-for.ts';
import type { CautionLine, KnownCaution } from '#shared/board/caution-lines.ts';
import type { TimelineLine } from '#shared/board/incident-view.ts';
import {
  CAUTION_LABELS,
  concerns,
  isExpired,
  type Caution,
  type CautionKind,
} from '#shared/caution/caution.ts';
import type { IncidentCautionEvent } from '#shared/caution/caution-events.ts';
import type { Incident } from '#shared/incident/incident.ts';
import type { JournalEvent } from '#shared/journal/journal-event.ts';
import { mayRead } from '#shared/partition/partition.ts';
import type { Role } from '#shared/roster/operator.ts';

export type CautionOf = (cautionId: string) => Caution | null;

/** Criminal-justice text is cut out here, in main, for everybody who may not read it (invariant 12). */
export function mayReadCaution(role: Role, kind: CautionKind): boolean {
  return kind !== 'officer-safety' || mayRead(role, 'justice');
}

/** A caution whose words were found. */
interface ReadCaution extends Caution {
  readonly text: string;
  readonly source: string;
}

/** With its words, for the readers these words are for; null when one of them may not read it. */
export function readCaution(caution: Caution, wordsFor: WordsFor): ReadCaution | null {
  const [text, source] = [wordsFor(caution.text), wordsFor(caution.source)];
  return text === null || source === null ? null : { ...caution, text, source };
}

/** The cautions a reader may read, as a person reads them; those that count first, in the given order. */
export function knownCautions(
  cautions: readonly Caution[],
  words: WordsFor,
  localDate: string,
  nameOf: NameOf,
): KnownCaution[] {
  const lines = cautions
    .map((caution) => readCaution(caution, words))
    .filter((caution) => caution !== null)
    .map(({ removed: _removed, recordedBy, ...caution }) => ({
      ...caution,
      recordedBy: nameOf(recordedBy),
      expired: isExpired(caution, localDate),
    }));
  return [...lines.filter(({ expired }) => !expired), ...lines.filter(({ expired }) => expired)];
}

/** The cautions of one incident for one reader, each with who acknowledged it there last. */
export function cautionLines(
  incident: Incident,
  cautions: readonly Caution[],
  words: WordsFor,
  localDate: string,
  nameOf: NameOf,
): CautionLine[] {
  const here = cautions.filter((caution) => concerns(caution, incident));
  return knownCautions(here, words, localDate, nameOf).map((line) => {
    const read = incident.cautions.acknowledged.findLast(
      ({ cautionId }) => cautionId === line.cautionId,
    );
    return {
      ...line,
      acknowledged: read === undefined ? null : { at: read.at, by: nameOf(read.by) },
    };
  });
}

export function isOfCautions(event: JournalEvent): event is IncidentCautionEvent {
  return (
    event.type === 'incident.caution-attached' || event.type === 'incident.cautions-acknowledged'
  );
}

/** What the timeline says of it to this reader; null when there is nothing it may read. */
export function sayCautions(
  event: IncidentCautionEvent,
  words: WordsFor,
  cautionOf: CautionOf,
): Pick<TimelineLine, 'text' | 'kind'> | null {
  const attached = event.type === 'incident.caution-attached';
  const said = (attached ? [event.cautionId] : event.cautionIds)
    .map(cautionOf)
    .map((caution) => caution && readCaution(caution, words))
    .filter((caution) => caution !== null)
    .map(({ kind, text, source }) => `${CAUTION_LABELS[kind]}: ${text} (${source})`);
  if (said.length === 0) return null;
  return attached
    ? { kind: 'alert', text: `Caution attached: ${said.join('; ')}` }
    : { kind: 'decision', text: `Caution acknowledged, goes to the team: ${said.join('; ')}` };
}
