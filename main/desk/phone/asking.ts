import type { Asking } from '#shared/board/monitoring-view.ts';
import type { Incident } from '#shared/incident/incident.ts';
import { ADVICE_SECONDS } from '#shared/phone/monitoring.ts';
import { NOMINATION_SECONDS } from '#shared/phone/nomination.ts';
import { stepDownRunning } from '#shared/phone/step-down.ts';

/** The most urgent of what waits for a word; null when nothing does. */
export function askingOf({ monitoring }: Incident): Asking | null {
  const { advice, nomination, stepDown } = monitoring;
  if (stepDown?.state === 'proposed')
    return { what: 'step-down', ...stepDownRunning(stepDown), told: null };
  if (nomination !== null) {
    const { since, overdue } = nomination;
    return { what: 'nomination', ...within(since, NOMINATION_SECONDS), told: overdue };
  }
  const unseen = advice.find(({ seen }) => seen === null);
  if (unseen !== undefined) {
    const told = unseen.repeated ? ('owner' as const) : null;
    return { what: 'advice', ...within(unseen.at, ADVICE_SECONDS), told };
  }
  if (stepDown !== null) return { what: 'still-calm', ...stepDownRunning(stepDown), told: null };
  return null;
}

function within(from: string, seconds: number) {
  return { from, until: new Date(Date.parse(from) + seconds * 1000).toISOString() };
}

/** Why a person has to look at the incident: a clinician has waited too long for an answer; null for none. */
export function monitorAttention(incident: Incident): string | null {
  const asking = askingOf(incident);
  if (asking === null || asking.told === null) return null;
  return asking.what === 'nomination' ? 'Nomination waits' : 'Advice not seen';
}
