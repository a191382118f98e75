import type { DeskCore } from '../desk-core.ts';
import type { WordsFor } from '../partition/words-for.ts';
import type { PacketLine } from '#shared/disclosure/packet.ts';
import type { NoteKind } from '#shared/incident/incident-events.ts';
import type { Incident } from '#shared/incident/incident.ts';
import type { Entry } from '#shared/journal/journal-event.ts';
import { isKept } from '#shared/partition/partition.ts';
import type { ClinicalRecord } from '#shared/plan/clinical-record.ts';
import type { Policy } from '#shared/policy/policy.ts';
import { wallInZone } from '#shared/roster/zone-moment.ts';

/** One incident, as whoever makes the packet reads it. */
export interface ContentSources {
  readonly core: DeskCore;
  readonly incident: Incident;
  readonly policy: Policy;
  readonly entries: readonly Entry[];
  readonly record: ClinicalRecord;
  readonly words: WordsFor;
  readonly asOf: string;
}

export function line(label: string, text: string, said: string | null = null): PacketLine {
  return { label, text, said };
}

/** “12:04, 23 min before”: how old it was when the packet was made. */
export function clock({ core, asOf }: ContentSources, at: string): string {
  const zone = core.center?.timeZone ?? 'UTC';
  const minutes = Math.max(0, Math.floor((Date.parse(asOf) - Date.parse(at)) / 60_000));
  const age = minutes < 1 ? 'just now' : `${minutes} min before`;
  return `${wallInZone(zone, Date.parse(at)).slice(11)}, ${age}`;
}

/** Notes nobody has struck, oldest first. */
export function notes(sources: ContentSources, kind: NoteKind): PacketLine[] {
  const struck = new Set(
    sources.entries.flatMap(({ event }) =>
      event.type === 'incident.note-struck' ? [event.note] : [],
    ),
  );
  return sources.entries.flatMap(({ seq, at, event }) =>
    event.type === 'incident.note-added' &&
    event.kind === kind &&
    !isKept(event.text) &&
    !struck.has(seq)
      ? [line('Note', event.text, clock(sources, at))]
      : [],
  );
}
