import { z } from 'zod';
import { command, query } from './endpoint.ts';
import { id, incidentId, line } from './input-parts.ts';
import type { ArrivalsExamination, ReferralList } from '../board/referral-lines.ts';
import type { ReferralId } from '../lib/brand.ts';
import { LARGEST_ARRIVALS_FILE } from '../referral/arrivals-file.ts';
import {
  DECLINE_REASONS,
  END_REASONS,
  REFERRAL_CONSENTS,
  REFERRAL_KINDS,
  SENT_WAYS,
} from '../referral/referral.ts';

const referralId = id<ReferralId>();
const onReferral = z.strictObject({ referralId });
const instant = z.iso.datetime();
const date = z.iso.date();
const optionalId = z.string().min(1).max(64).nullable();
const said = { saidBy: line.max(100), note: line };
const text = z
  .string()
  .max(LARGEST_ARRIVALS_FILE, 'The file is larger than 1 MiB. Ask the place for a smaller one');

/** A referral from telling the person to what the receiving place confirms. */
export const referralTopics = {
  /** On an incident that is over by phone or in the field; at the end of a conversation `phone.resolve` makes it. */
  'referral.make': command(
    'keep-referrals',
    z.strictObject({
      incidentId,
      consent: z.enum(REFERRAL_CONSENTS),
      kind: z.enum(REFERRAL_KINDS),
      organization: line,
      phone: line.max(40),
      receiver: optionalId,
      service: optionalId,
      how: line,
      when: line,
    }),
  ),
  'referral.take': command('keep-referrals', onReferral),
  /** It was told to the place: `disclosure.make` let the packet go before, and main finds it. */
  'referral.send': command(
    'keep-referrals',
    z.strictObject({ referralId, way: z.enum(SENT_WAYS) }),
  ),
  'referral.answer': command(
    'keep-referrals',
    z.strictObject({
      referralId,
      said: z.discriminatedUnion('answer', [
        z.strictObject({
          answer: z.literal('accepted'),
          ...said,
          appointment: instant.nullable(),
        }),
        z.strictObject({ answer: z.literal('waitlisted'), ...said, until: instant }),
        z.strictObject({
          answer: z.literal('declined'),
          ...said,
          reason: z.enum(DECLINE_REASONS),
        }),
      ]),
    }),
  ),
  'referral.miss': command(
    'keep-referrals',
    z.strictObject({ referralId, next: instant.nullable() }),
  ),
  'referral.report': command(
    'keep-referrals',
    z.strictObject({ referralId, what: z.enum(['came', 'did-not-go']) }),
  ),
  /** The page the person takes along. It takes a window; the answer names the file. */
  'referral.print': command('keep-referrals', onReferral),
  'referral.withdraw': command('keep-referrals', onReferral),
  'referral.end': command(
    'keep-referrals',
    z.strictObject({ referralId, why: z.enum(END_REASONS) }),
  ),
  /** The receiving place gave the code back that the person brought. */
  'referral.confirm-code': command(
    'keep-referrals',
    z.strictObject({ code: line.max(40), arrivedOn: date, servedOn: date.nullable() }),
  ),
  /** What a signed file of a receiving place says, line by line; nothing is recorded. */
  'referral.examine-file': query<ArrivalsExamination>()('keep-referrals', z.strictObject({ text })),
  /** Records what such a file confirms; lines that are refused stay out. */
  'referral.confirm-file': command('keep-referrals', z.strictObject({ text })),
  /** What is due next first; `incidentId` asks for all of one incident, also those that are over. */
  'referral.open': query<ReferralList>()(
    'keep-referrals',
    z.strictObject({ incidentId: incidentId.nullable(), lines: z.int().min(1).max(500) }),
  ),
} as const;
