import type { ContactDraft } from '../contact/decide-contact.ts';
import { dueSpanOf } from '../contact/contact.ts';
import { OUTCOMES, type OutcomeField } from './outcome.ts';
import type { ContactId, OperatorId } from '../lib/brand.ts';
import { REFERRAL_CONSENT_LABELS, type ReferralConsent } from '../referral/referral.ts';

export const COMPANIES = ['alone', 'with-somebody', 'not-said'] as const;
/** Whether somebody is with the person when the line is closed. */
export type Company = (typeof COMPANIES)[number];
export const COMPANY_LABELS: Readonly<Record<Company, string>> = {
  alone: 'Alone',
  'with-somebody': 'With somebody',
  'not-said': 'Would not say',
};

export const SCREEN_RISKS = ['high', 'moderate', 'low', 'unfinished'] as const;
/** How the risk screen stands; null while none was begun. */
export type ScreenRisk = (typeof SCREEN_RISKS)[number];

/** A promised call with who makes it. What it is for follows from the ending. */
export interface FollowUpDraft extends Omit<ContactDraft, 'reason'> {
  /** Null for whoever ends the conversation. */
  readonly owner: OperatorId | null;
}

/** Where the person is referred to. It begins the loop of `shared/referral`. */
export interface ReferralSaid {
  readonly to: string;
  readonly phone: string;
  /** The line of the policy it is; null for a place that was typed or found in the directory. */
  readonly receiver: string | null;
  /** The service of the directory it is. */
  readonly service: string | null;
  /** Whether it is a substance-use program: which place it is, is Part 2 then. */
  readonly substanceUse: boolean;
  readonly how: string;
  readonly when: string;
}

/** What the clinician says about the end of a conversation. Null and empty are *not said yet*. */
export type Ending = { readonly notAsked: string; readonly agreed: string } & (
  | {
      readonly outcome: 'resolved';
      readonly company: Company | null;
      /** Who is with them. */
      readonly who: string;
      readonly followUp: FollowUpDraft | 'none' | null;
    }
  | {
      readonly outcome: 'referred';
      readonly referral: ReferralSaid;
      readonly consent: ReferralConsent | null;
      readonly followUp: FollowUpDraft | 'none' | null;
    }
  | { readonly outcome: 'follow-up'; readonly followUp: FollowUpDraft | null }
);

/** What is left of it on the record in codes, without a word anybody said. */
export interface EndedWith {
  readonly safety: 'asked' | 'not-asked';
  readonly company: Company | null;
  readonly followUp: ContactId | null;
  readonly secondPerson: OperatorId | null;
}

/** What the end of a conversation is measured against. */
export interface AtTheEnd {
  /** Labels of the mandatory questions nobody has asked, or whose answers have aged. */
  readonly open: readonly string[];
  readonly risk: ScreenRisk | null;
  /** Whether a safety plan is on record. */
  readonly plan: boolean;
  /** Whether somebody else has signed for it. */
  readonly signed: boolean;
  readonly now: string;
}

export interface Missing {
  readonly field: OutcomeField;
  /** What to do about it, as a sentence. */
  readonly because: string;
}

/** Within it somebody calls again after a conversation with a high screen. */
const SOON_HOURS = 72;

/** What an ending still needs, in the order of the fields; empty when nothing is missing. */
export function missingOf(ending: Ending, at: AtTheEnd): Missing[] {
  const { requires, asks } = OUTCOMES[ending.outcome];
  // A call nobody has to promise is promised with a number all the same.
  const also = ending.followUp === null ? [] : asks.filter((field) => field === 'follow-up');
  const missing = [...requires, ...also].flatMap((field): Missing[] => {
    const because = lacks(ending, field, at);
    return because === null ? [] : [{ field, because }];
  });
  const high = at.risk === 'high' ? highNeeds(ending, at) : null;
  return high === null || missing.some(({ field }) => field === high.field)
    ? missing
    : [...missing, high];
}

function lacks(ending: Ending, field: OutcomeField, { open, risk }: AtTheEnd): string | null {
  const has = (text: string) => text.trim() !== '';
  switch (field) {
    case 'safety':
      if (has(ending.notAsked)) return null;
      if (open.length > 0)
        return `Not asked, or asked too long ago: ${few(open)}. Ask, or say why not.`;
      return risk === 'unfinished'
        ? 'The risk screen was begun and not finished. Finish it, or say why not.'
        : null;
    case 'company':
      if (ending.outcome !== 'resolved' || ending.company === null)
        return 'Say whether they are alone.';
      return ending.company === 'with-somebody' && !has(ending.who)
        ? 'Say who is with them.'
        : null;
    case 'agreed':
      return has(ending.agreed) ? null : 'Say in a few words what was agreed.';
    case 'follow-up':
      return lacksFollowUp(ending);
    case 'to':
      return ending.outcome === 'referred' && has(ending.referral.to) ? null : 'Say where to.';
    case 'consent':
      return ending.outcome === 'referred' && ending.consent !== null
        ? null
        : 'Ask whether the place may be told that they come.';
    case 'how':
      return ending.outcome === 'referred' && has(ending.referral.how)
        ? null
        : 'Say how they get there.';
    case 'when':
      return ending.outcome === 'referred' && has(ending.referral.when)
        ? null
        : 'Say when they go.';
    default:
      return null;
  }
}

function lacksFollowUp({ outcome, followUp }: Ending): string | null {
  if (followUp === null)
    return outcome === 'follow-up'
      ? 'Say when somebody calls.'
      : 'Say whether somebody calls again.';
  if (followUp === 'none') return null;
  if (!/\d/u.test(followUp.number)) return 'A promised call needs the number to call.';
  return null;
}

function highNeeds(ending: Ending, { signed, plan, now }: AtTheEnd): Missing | null {
  if (signed) return null;
  if (!isSoon(ending.followUp, now))
    return {
      field: 'follow-up',
      because: `The risk screen is high: promise a call within ${SOON_HOURS} hours, or let a second person sign.`,
    };
  if (plan) return null;
  return {
    field: 'second-person',
    because: 'The risk screen is high: make the safety plan (s), or let a second person sign.',
  };
}

function isSoon(followUp: Ending['followUp'], now: string): boolean {
  if (followUp === null || followUp === 'none') return false;
  const { by } = dueSpanOf(followUp.promised, now);
  return Date.parse(by) - Date.parse(now) <= SOON_HOURS * 3_600_000;
}

function few(labels: readonly string[]): string {
  const shown = labels.slice(0, 3).map((label) => label.toLowerCase());
  const more = labels.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}

/** Everything that was said, as the clinical note it becomes. */
export function wordsOf(ending: Ending): string {
  const said: string[] = [];
  const say = (label: string, text: string) => {
    if (text.trim() !== '') said.push(`${label}: ${text.trim()}.`.replace(/([.!?])\.$/u, '$1'));
  };
  say('Safety questions not asked', ending.notAsked);
  if (ending.outcome === 'resolved' && ending.company !== null)
    said.push(
      ending.company === 'with-somebody'
        ? `With them: ${ending.who.trim()}.`
        : `${COMPANY_LABELS[ending.company]}.`,
    );
  if (ending.outcome === 'referred') {
    const { to, how, when } = ending.referral;
    say('Referred to', to);
    say('Gets there', how);
    say('When', when);
    if (ending.consent !== null)
      say('May the place be told', REFERRAL_CONSENT_LABELS[ending.consent]);
  }
  say('Agreed', ending.agreed);
  return said.join(' ');
}
