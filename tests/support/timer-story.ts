import type { DeskAtWork } from './desk-at-work.ts';
import type { JournalEvent } from '#shared/journal/journal-event.ts';
import type { IncidentId } from '#shared/lib/brand.ts';

/** How a timer of the list begins to run, after how long it alerts, and what stops it before. */
export interface TimerStory {
  readonly begin: (atWork: DeskAtWork) => IncidentId;
  readonly minutes: number;
  readonly written: (event: JournalEvent) => boolean;
  readonly stop: (atWork: DeskAtWork, incidentId: IncidentId) => void;
}

export const step = (name: string) => (event: JournalEvent) =>
  event.type === 'incident.promise-missed' && event.step === name;
export const type = (name: JournalEvent['type']) => (event: JournalEvent) => event.type === name;
