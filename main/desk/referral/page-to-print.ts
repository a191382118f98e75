import type { DeskCore } from '../desk-core.ts';
import { wordsFor } from '../partition/words-for.ts';
import { kitSetting } from '#db/board/paper-projection.ts';
import { findReferral } from '#db/board/referrals-projection.ts';
import type { ReferralId } from '#shared/lib/brand.ts';
import { refuse, type Refusal } from '#shared/lib/refusal.ts';
import type { PrintedReferral } from '#shared/paper/to-print.ts';

/** The page a person takes along. Only for who keeps referrals: the door has asked. */
export function pageToPrint(core: DeskCore, referralId: ReferralId): PrintedReferral | Refusal {
  const referral = findReferral(core.db, referralId);
  const to = referral === null ? null : wordsFor(core.db, ['clinician'])(referral.referral);
  if (to === null)
    return refuse('no-referral', 'This referral does not exist here. Nothing was printed.');
  const { organization, phone, how, when, code } = to;
  if (code === null)
    return refuse(
      'no-code',
      'This referral was made before places could confirm one, and has no code. Nothing was printed; make a new referral.',
    );
  return {
    center: core.center?.name ?? '',
    organization,
    phone,
    how,
    when,
    code,
    training: core.options.mode === 'training',
    size: kitSetting(core.db).size,
    at: core.now().toISOString(),
    timeZone: core.center?.timeZone ?? 'UTC',
  };
}
