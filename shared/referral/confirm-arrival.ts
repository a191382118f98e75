import { cannot } from './decide-referral.ts';
import { LINKAGE_DAYS } from './referral-clock.ts';
import type { ReferralEvent } from './referral-events.ts';
import { arrivalOf, type ConfirmedBy, type Referral } from './referral.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';
import { dayAfter } from '../roster/zone-moment.ts';

/** What the receiving place confirms, in local dates. */
export interface Confirming {
  readonly arrivedOn: string;
  /** When the person first took part in a service; null while they have not. */
  readonly servedOn: string | null;
}

/** The local dates it is measured against. */
export interface ConfirmingDates {
  readonly madeOn: string;
  readonly today: string;
}

/**
 * The receiving place confirms that the person came, and that they took part in a service. Said twice it changes
 * nothing. A service after the days of a linkage is none: the arrival counts all the same.
 */
export function confirmArrival(
  referral: Referral,
  { arrivedOn, servedOn }: Confirming,
  by: ConfirmedBy,
  { madeOn, today }: ConfirmingDates,
): ReferralEvent[] | Refusal {
  const no = cannot(referral, 'confirm');
  if (no !== null) return no;
  const last = servedOn ?? arrivedOn;
  if (arrivedOn < madeOn)
    return refuse(
      'before-referral',
      `The person was referred on ${madeOn} and cannot have come for it on ${arrivedOn}. Nothing was recorded; ask the place for the date.`,
    );
  if (last > today)
    return refuse(
      'in-the-future',
      `${last} has not come yet. Nothing was recorded; ask the place for the date.`,
    );
  if (servedOn !== null && servedOn < arrivedOn)
    return refuse(
      'served-before-arrival',
      `A service on ${servedOn} cannot come before the arrival on ${arrivedOn}. Nothing was recorded; ask the place for the dates.`,
    );
  const { referralId, incidentId, standing } = referral;
  const on = { referralId, incidentId };
  const arrived: ReferralEvent[] =
    arrivalOf(referral) === null ? [{ type: 'referral.arrived', ...on, on: arrivedOn, by }] : [];
  if (servedOn === null || standing.state === 'linked') return arrived;
  if (servedOn <= dayAfter(madeOn, LINKAGE_DAYS))
    return [...arrived, { type: 'referral.linked', ...on, on: servedOn, by }];
  return arrived.length > 0
    ? arrived
    : refuse(
        'too-late-to-link',
        `${servedOn} is more than ${LINKAGE_DAYS} days after the referral of ${madeOn}: no linkage. That they came is on the record already; nothing was changed.`,
      );
}
