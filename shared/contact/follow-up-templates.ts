import { dueSpanOf, type FollowUp } from './contact.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';

/** Follow-ups that are promised in one act. */
export interface FollowUpTemplate {
  readonly id: string;
  readonly label: string;
  readonly calls: readonly FollowUp[];
}

/** What a center begins with, to be verified locally. */
export const USUAL_TEMPLATES: readonly FollowUpTemplate[] = [
  { id: 'usual', label: '1, 7 and 30 days', calls: ['day-1', 'day-7', 'day-30'] },
  {
    id: 'opioid',
    label: 'Opioid: 24 to 72 hours, 7 and 30 days',
    calls: ['opioid', 'day-7', 'day-30'],
  },
  { id: 'referral', label: 'After a referral', calls: ['referral', 'day-30'] },
];

export const MOST_TEMPLATES = 6;

export interface TemplatesSet {
  readonly type: 'follow-up.templates-set';
  readonly templates: readonly FollowUpTemplate[];
}

/** The center’s own sets, all of them at once. */
export function setTemplates(templates: readonly FollowUpTemplate[]): TemplatesSet[] | Refusal {
  const wrong = templates.find(({ label, calls }) => label.trim() === '' || calls.length === 0);
  if (wrong !== undefined)
    return refuse(
      'empty-template',
      'A set of follow-ups has a name and at least one call. Nothing was changed; fill it in, or leave the set out.',
    );
  if (new Set(templates.map(({ id }) => id)).size < templates.length)
    return refuse(
      'same-template',
      'Two sets of follow-ups have the same id. Nothing was changed; leave one of them out.',
    );
  return [
    {
      type: 'follow-up.templates-set',
      templates: templates.map(({ id, label, calls }) => {
        return { id, label: label.trim(), calls: inOrder(calls) };
      }),
    },
  ];
}

/** Each once, in the order they come. */
function inOrder(calls: readonly FollowUp[]): FollowUp[] {
  const start = '2026-01-01T00:00:00.000Z';
  const dueOf = (after: FollowUp) => dueSpanOf({ kind: 'follow-up', after }, start).from;
  return [...new Set(calls)].toSorted((a, b) => dueOf(a).localeCompare(dueOf(b)));
}
