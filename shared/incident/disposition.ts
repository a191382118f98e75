/** How an incident ended. The first five are the city dashboard's own words; the rest are phone outcomes. */
export interface Disposition {
  readonly code: string;
  readonly label: string;
  readonly kind: 'field' | 'phone';
}

export const DISPOSITIONS = [
  { code: 'no-contact', label: 'No contact with individual in crisis', kind: 'field' },
  { code: 'refused', label: 'Refused services', kind: 'field' },
  { code: 'services', label: 'Services in the community', kind: 'field' },
  { code: 'services-transport', label: 'Services and transport to community', kind: 'field' },
  { code: 'services-transfer', label: 'Services and transfer to hospital', kind: 'field' },
  { code: 'resolved-by-phone', label: 'Resolved by phone', kind: 'phone' },
  { code: '988-accepted', label: '988 transfer accepted', kind: 'phone' },
  { code: 'referred', label: 'Referred', kind: 'phone' },
  { code: 'follow-up-scheduled', label: 'Follow-up scheduled', kind: 'phone' },
  { code: 'escalated-field', label: 'Escalated to field team', kind: 'phone' },
  { code: 'escalated-police-ems', label: 'Escalated to police/EMS', kind: 'phone' },
  { code: 'caller-lost', label: 'Caller lost', kind: 'phone' },
] as const satisfies readonly Disposition[];

export type DispositionCode = (typeof DISPOSITIONS)[number]['code'];
export const DISPOSITION_CODES = DISPOSITIONS.map((each) => each.code) as [
  DispositionCode,
  ...DispositionCode[],
];

/** Merged is no disposition: the incident it stands in gets one for both. */
export type ClosedAs = DispositionCode | 'merged';

/** What an incident counts as; null while it is open, and for one that is counted where it was merged. */
export function countedAs(
  closed: { readonly disposition: ClosedAs } | null,
): DispositionCode | null {
  return closed === null || closed.disposition === 'merged' ? null : closed.disposition;
}

export function dispositionLabel(code: ClosedAs): string {
  if (code === 'merged') return 'Merged into another incident';
  return DISPOSITIONS.find((each) => each.code === code)?.label ?? code;
}
