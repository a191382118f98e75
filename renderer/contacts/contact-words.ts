import type { ContactRow } from '#shared/board/contact-lines.ts';
import type { SaysWeAre } from '#shared/contact/safe-contact.ts';
import type { ContactState, MayAnswer, MessageSafe } from '#shared/contact/contact.ts';

/** Word and shape together: the color only repeats them. */
export const STATE_WORDS: Readonly<Record<ContactState, string>> = {
  coming: '○ coming',
  due: '◆ due',
  late: '▲ late',
};

export const MESSAGE_WORDS: Readonly<Record<MessageSafe, string>> = {
  yes: 'a message may be left',
  no: 'leave no message',
  unknown: 'not known whether a message may be left: leave none',
};

export const MAY_ANSWER_WORDS: Readonly<Record<MayAnswer, string>> = {
  'only-them': 'Only they',
  anybody: 'Anybody there',
  unknown: 'Not known',
};

/** What that means for whoever calls. */
export const ANSWERING_WORDS: Readonly<Record<MayAnswer, string>> = {
  'only-them': 'if somebody else answers, do not say who calls',
  anybody: 'anybody there may know that you call',
  unknown: 'not known who may answer: say who calls to them only',
};

/** What is said of oneself to whoever answers, before they are known. */
export const SAYS_WORDS: Readonly<Record<SaysWeAre, string>> = {
  center: 'say that the center calls',
  'first-name': 'say a first name only',
  nothing: 'say nothing until they are on the line',
};

/** How many wait for somebody to call now. */
export function waitingNow(contacts: readonly ContactRow[]): number {
  return contacts.filter(({ state }) => state !== 'coming').length;
}

export function triedWords(attempts: number): string {
  if (attempts === 0) return 'not tried yet';
  return attempts === 1 ? 'tried once' : `tried ${attempts} times`;
}
