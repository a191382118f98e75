import type { IncidentView } from '#shared/board/incident-view.ts';
import type { MayAnswer, MessageSafe, Promised, Whom } from '#shared/contact/contact.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
import type { Company, Ending, FollowUpDraft } from '#shared/phone/ending.ts';
import type { HungUp } from '#shared/phone/outcome-events.ts';
import type { ReferralConsent } from '#shared/referral/referral.ts';

/** Everything that can be said about an end, whichever it becomes: changing one's mind loses nothing. */
export interface EndingDraft {
  readonly notAsked: string;
  readonly company: Company | null;
  readonly who: string;
  readonly agreed: string;
  readonly again: 'yes' | 'no' | null;
  readonly promised: Promised;
  readonly number: string;
  readonly whom: Whom;
  readonly message: MessageSafe;
  readonly mayAnswer: MayAnswer;
  readonly owner: OperatorId | null;
  readonly to: string;
  readonly toPhone: string;
  readonly receiver: string | null;
  readonly service: string | null;
  readonly substanceUse: boolean;
  readonly consent: ReferralConsent | null;
  readonly how: string;
  readonly when: string;
  readonly know: string;
  readonly stays: boolean;
  readonly lastWords: string;
  readonly place: string;
  readonly hungUp: HungUp;
  readonly why: string;
}

/** What is known before anybody types. */
export function blankDraft({ callback, place }: Pick<IncidentView, 'callback' | 'place'>) {
  return {
    notAsked: '',
    company: null,
    who: '',
    agreed: '',
    again: null,
    promised: { kind: 'follow-up', after: 'day-1' },
    number: callback ?? '',
    whom: 'caller',
    message: 'unknown',
    mayAnswer: 'unknown',
    owner: null,
    to: '',
    toPhone: '',
    receiver: null,
    service: null,
    substanceUse: false,
    consent: null,
    how: '',
    when: '',
    know: '',
    stays: true,
    lastWords: '',
    place: place.address,
    hungUp: 'not-known',
    why: '',
  } as const satisfies EndingDraft;
}

/** A draft that was kept through a restart, over what is known now. What cannot be read is left out. */
export function readDraft(kept: string, blank: EndingDraft): EndingDraft {
  if (kept === '') return blank;
  try {
    return { ...blank, ...(JSON.parse(kept) as Partial<EndingDraft>) };
  } catch {
    return blank;
  }
}

/** What is said about the end of this kind, out of everything that was typed. */
export function endingOf(outcome: Ending['outcome'], draft: EndingDraft): Ending {
  const { notAsked, agreed } = draft;
  const said = { notAsked, agreed };
  switch (outcome) {
    case 'resolved': {
      const { company, who } = draft;
      return { outcome, ...said, company, who, followUp: whetherAgain(draft) };
    }
    case 'referred': {
      const { to, toPhone: phone, receiver, service, substanceUse, how, when, consent } = draft;
      const referral = { to, phone, receiver, service, substanceUse, how, when };
      return { outcome, ...said, referral, consent, followUp: whetherAgain(draft) };
    }
    case 'follow-up':
      return { outcome, ...said, followUp: promisedCall(draft) };
  }
}

function whetherAgain(draft: EndingDraft): FollowUpDraft | 'none' | null {
  if (draft.again === null) return null;
  return draft.again === 'no' ? 'none' : promisedCall(draft);
}

function promisedCall(draft: EndingDraft): FollowUpDraft {
  const { promised, number, whom, message, mayAnswer, owner } = draft;
  return { promised, number, whom, message, mayAnswer, owner };
}
