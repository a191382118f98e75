import { listDifferences, type ListWords } from './difference-lists.ts';
import { memberDifferences, type MemberWords } from './difference-members.ts';
import type { Difference } from './differences.ts';
import type { Names } from './policy-names.ts';
import { listed } from './policy-words.ts';
import type { PhoneDesk, Receiver, ReceiverKind } from '../phone-desk.ts';

const SUBJECT = 'phone desk';
const PATH = '$.phoneDesk';

/** What a line is, in words. */
export const RECEIVER_KIND_WORDS: Readonly<Record<ReceiverKind, string>> = {
  '988': '988',
  partner: 'a partner',
  team: 'a team',
  dispatch: 'dispatch',
};

/** How changes of the phone desk are said. A policy may say nothing of it. */
export function phoneDeskDifferences(
  before: PhoneDesk | undefined,
  after: PhoneDesk | undefined,
  names: Names,
): Difference[] {
  if (before === undefined && after !== undefined)
    return [{ subject: SUBJECT, kind: 'added', path: PATH, says: asAWhole(after, names) }];
  if (after === undefined)
    return [
      {
        subject: SUBJECT,
        kind: 'removed',
        path: PATH,
        says: 'The policy says nothing of the phone desk any more; the figures of CareDesk hold.',
      },
    ];
  if (before === undefined) return [];
  return [
    ...memberDifferences(before, after, {
      subject: SUBJECT,
      path: PATH,
      words: figureWords(names),
      without: ['receivers'],
    }),
    ...listDifferences(before.receivers, after.receivers, RECEIVERS),
  ];
}

function asAWhole(desk: PhoneDesk, names: Names): string {
  const lines = listed(desk.receivers.map(({ label }) => label));
  return `Each clinician is asked for ${desk.offerSeconds} s and has up to ${desk.capacity} calls; 988 takes over after ${desk.to988Seconds} s, and then it is ${names.response(desk.fallback)}. Calls can be transferred to ${lines}.`;
}

function figureWords(names: Names): MemberWords<PhoneDesk> {
  return {
    offerSeconds: (was, is) => `A clinician is asked for ${is} s now (before: ${was} s).`,
    to988Seconds: (was, is) =>
      `A call nobody took goes to 988 after ${is} s now (before: ${was} s).`,
    fallback: (was, is) =>
      `When 988 does not take it either, it is ${names.response(is)} now (before: ${names.response(was)}).`,
    capacity: (was, is) =>
      `A clinician is offered calls up to ${is} at a time now (before: ${was}).`,
    wrapUpMinutes: (was, is) =>
      `A clinician who writes up a call is offered calls again after ${is} min now (before: ${was} min).`,
    stepDownSeconds: (was, is) =>
      `A proposal to send less is to be answered within ${is} s now (before: ${was} s).`,
    transferSeconds: (was, is) => `A receiver has ${is} s to accept a call now (before: ${was} s).`,
    lostCallerMinutes: (was, is) =>
      `A caller who was lost is called again within ${is} min now (before: ${was} min).`,
  };
}

const reached = (dial: string | null) => (dial === null ? 'not dialed' : dial);

const RECEIVERS: ListWords<Receiver> = {
  path: `${PATH}.receivers`,
  keys: [({ id }) => id, ({ label }) => label],
  subject: ({ label }) => `receiver ${label}`,
  name: ({ label }) => label,
  stands: 'stands',
  added: ({ kind, dial }) => `A new line of ${RECEIVER_KIND_WORDS[kind]}: ${reached(dial)}.`,
  removed: ({ dial }) => `Calls can no longer be transferred to it; it was ${reached(dial)}.`,
  changed: (was, is, path) =>
    memberDifferences(was, is, {
      subject: `receiver ${is.label}`,
      path,
      words: {
        label: (before, after) => `Is called ${after} now (before: ${before}).`,
        kind: (before, after) =>
          `Is a line of ${RECEIVER_KIND_WORDS[after]} now (before: of ${RECEIVER_KIND_WORDS[before]}).`,
        dial: (before, after) => `Is ${reached(after)} now (before: ${reached(before)}).`,
        acceptsPart2: (_, after) =>
          after
            ? 'May get substance-use text now, once the person has consented.'
            : 'May no longer get substance-use text, whatever the person consents to.',
      },
    }),
};
