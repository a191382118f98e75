import { codeDigest } from './new-code.ts';
import { isSignedWith } from './partner-signing.ts';
import { organizationOf } from './referred-to.ts';
import { localMoment } from '../local-moment.ts';
import { findCenter } from '#db/board/center-projection.ts';
import { findPartnerKey } from '#db/board/partner-keys-projection.ts';
import { referralOfCode } from '#db/board/referrals-projection.ts';
import { lastRefusedCodes } from '#db/board/refused-codes-projection.ts';
import type { Database } from '#db/open-database.ts';
import type { ArrivalsExamination, ArrivalVerdict } from '#shared/board/referral-lines.ts';
import type { NewEvent } from '#shared/journal/journal-event.ts';
import { isRefusal, refuse, type Refusal } from '#shared/lib/refusal.ts';
import { arrivalsFileSchema, type Arrival } from '#shared/referral/arrivals-file.ts';
import { confirmArrival, type Confirming } from '#shared/referral/confirm-arrival.ts';
import { isSamePlace } from '#shared/referral/partner-key.ts';
import { readReferralCode } from '#shared/referral/referral-code.ts';
import { evolveReferral, type ReferralEvent } from '#shared/referral/referral-events.ts';
import type { ConfirmedBy, Referral } from '#shared/referral/referral.ts';

/** So many codes that belong to nobody, and for so long no further one is tried. */
export const MOST_WRONG_CODES = 5;
export const WRONG_CODES_MINUTES = 15;

/** Whatever has the record and a clock: the desk of a window, or the command line's. */
interface Recorder {
  readonly db: Database;
  readonly now: () => Date;
}

function confirmed(
  recorder: Recorder,
  referral: Referral,
  confirming: Confirming,
  by: ConfirmedBy,
): ReferralEvent[] | Refusal {
  const zone = findCenter(recorder.db)?.timeZone ?? 'UTC';
  const madeOn = localMoment(new Date(referral.madeAt), zone).date;
  return confirmArrival(referral, confirming, by, {
    madeOn,
    today: localMoment(recorder.now(), zone).date,
  });
}

/** What a code that was given back confirms; null when it belongs to no referral. */
export function confirmCode(
  recorder: Recorder,
  code: string,
  confirming: Confirming,
): ReferralEvent[] | Refusal | null {
  const referral = referralOfCode(recorder.db, codeDigest(code));
  return referral === null ? null : confirmed(recorder, referral, confirming, 'code');
}

/** Too many codes were wrong lately: nobody finds one by trying. A clock set back makes it no shorter. */
export function tooManyCodes(recorder: Recorder): Refusal | null {
  const last = lastRefusedCodes(recorder.db, MOST_WRONG_CODES);
  const oldest = last.at(-1);
  if (last.length < MOST_WRONG_CODES || oldest === undefined) return null;
  if (recorder.now().getTime() - Date.parse(oldest) > WRONG_CODES_MINUTES * 60_000) return null;
  return refuse(
    'too-many-codes',
    `${MOST_WRONG_CODES} codes in ${WRONG_CODES_MINUTES} minutes belonged to no referral. Nothing was recorded; wait ${WRONG_CODES_MINUTES} minutes, and have the code read to you letter by letter.`,
  );
}

export function unknownCode(): Refusal {
  return refuse(
    'unknown-code',
    'This code belongs to no referral of this center. Nothing was recorded; have it read to you again.',
  );
}

interface Read {
  readonly examination: ArrivalsExamination;
  readonly events: readonly NewEvent[];
}

/** A confirmation file line by line: what it would record, and why a line is refused. */
export function readArrivals(recorder: Recorder, text: string): Read {
  const parsed = arrivalsFileSchema.safeParse(jsonOf(text));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = issue === undefined || issue.path.length === 0 ? '' : `${issue.path.join('.')}: `;
    return unusable(
      `It is no confirmation file of a receiving place (${where}${issue?.message ?? 'not understood'}). Ask the place to make it again.`,
    );
  }
  const file = parsed.data;
  const key = findPartnerKey(recorder.db, file.keyId);
  if (key === null)
    return unusable(
      'It is signed with a key this center did not make. Give the place a key of yours first.',
    );
  if (key.revokedAt !== null)
    return unusable('The key it is signed with was taken back. Give the place a new one.');
  if (!isSignedWith(key.publicKey, file))
    return unusable(
      'The signature is wrong: the file was changed after it was signed, or signed with another key. Ask the place for it again.',
    );
  const now = recorder.now().toISOString();
  // A later line may be about the same referral.
  const standing = new Map<string, Referral>();
  const events: ReferralEvent[] = [];
  const lines = file.arrivals.map((arrival, index): ArrivalVerdict => {
    const verdict = { line: index + 1, ...arrival };
    const said = lineSays(recorder, arrival, key.organization, standing, now);
    if (isRefusal(said)) return { ...verdict, outcome: 'refused', because: said.because };
    events.push(...said);
    return { ...verdict, outcome: said.length === 0 ? 'known' : 'new', because: '' };
  });
  const { organization } = key;
  return { examination: { fault: null, organization, signedAt: file.signedAt, lines }, events };
}

/** What one line of a file records, on top of what the lines before it did. */
function lineSays(
  recorder: Recorder,
  { code, ...confirming }: Arrival,
  organization: string,
  standing: Map<string, Referral>,
  at: string,
): ReferralEvent[] | Refusal {
  const read = readReferralCode(code);
  if (isRefusal(read)) return read;
  const found = referralOfCode(recorder.db, codeDigest(read));
  if (found === null) return unknownCode();
  if (!isSamePlace(organizationOf(recorder.db, found) ?? '', organization))
    return refuse(
      'another-place',
      'This code belongs to a referral to another place. Nothing was recorded; ask the place whether they made an error, or for which name the key is.',
    );
  const referral = standing.get(found.referralId) ?? found;
  const events = confirmed(recorder, referral, confirming, 'signed-file');
  if (isRefusal(events)) return events;
  let after = referral;
  for (const event of events)
    after = evolveReferral(after, event, { at, by: after.owner }) ?? after;
  standing.set(found.referralId, after);
  return events;
}

function unusable(fault: string): Read {
  return {
    examination: { fault, organization: null, signedAt: null, lines: [] },
    events: [],
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
