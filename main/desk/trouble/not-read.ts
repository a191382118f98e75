import type { ConsoleContract, Output, Topic } from '#shared/contract/console-contract.ts';
import type { Done } from '#shared/contract/endpoint.ts';
import { refuse, type Refusal } from '#shared/lib/refusal.ts';
import type { StoreTrouble } from '#shared/trouble/trouble.ts';

type QueryTopic = { [T in keyof ConsoleContract]: Output<T> extends Done ? never : T }[Topic];
type Subject = QueryTopic extends infer T ? (T extends `${infer S}.${string}` ? S : never) : never;

/** What a question is about, by the first part of its topic. One that is not here does not compile. */
const ASKED: Readonly<Record<Subject, string>> = {
  accounts: 'The accounts',
  act: 'Your last act',
  areas: 'The map of areas',
  audit: 'The audit',
  board: 'The board',
  call: 'This call',
  'call-types': 'The table of call types',
  caution: 'The cautions',
  'common-places': 'The common places',
  contact: 'The promised call',
  copies: 'The list of copies',
  costs: 'The assumptions on costs',
  decisions: 'The overrides',
  desk: 'What stands at this desk',
  directory: 'The directory of services',
  disclosure: 'What is shared',
  draft: 'What was half typed',
  duplicate: 'What may be the same',
  echo: 'How it ended',
  find: 'What you look for',
  'follow-up': 'The sets of follow-ups',
  'hand-over': 'The hand-over',
  import: 'The imports',
  incident: 'This incident',
  'intake-line': 'The intake lines',
  ledger: 'The ledger of calls that were not served',
  outage: 'What was entered from paper',
  outcomes: 'The figures',
  paper: 'How the paper kit is kept',
  past: 'The earlier calls',
  person: 'What is known of this person',
  place: 'The address',
  places: 'The place tables',
  policy: 'The policy',
  referral: 'The referrals',
  retention: 'What is kept for how long',
  roster: 'The roster',
  screener: 'The suicide screen',
  sharing: 'What is shared',
  'store-key': 'How the store is opened',
  'street-table': 'The street table',
};

const PAPER =
  'g k prints what can be read; the last paper kit lies beside the data folder, in the one whose name ends in -paper.';

const WHY: Readonly<Record<StoreTrouble, { readonly why: string; readonly next: string }>> = {
  damaged: {
    why: 'it lies on a damaged part of the store',
    next: `${PAPER} An administrator has to restore a copy.`,
  },
  'disk-failing': { why: 'the disk did not answer', next: `Ask once more. ${PAPER}` },
  'disk-full': {
    why: 'that takes room, and the disk is full',
    next: `Have room made on it, then ask once more. ${PAPER}`,
  },
  'read-only': {
    why: 'the data folder lets nobody in',
    next: `An administrator has to look at its disk and its rights. ${PAPER}`,
  },
  locked: { why: 'another program holds the store', next: `Ask once more in a moment. ${PAPER}` },
};

const ENDED = 'Nothing was changed by asking.';

/** The answer to a question that met trouble of the store: what could not be read, and how to go on. */
export function notRead(kind: StoreTrouble, topic: string): Refusal {
  const { why, next } = WHY[kind];
  return refuse(kind, `${asked(topic)} could not be read: ${why}. ${ENDED} ${next}`);
}

/** The same where the fault is ours. */
export function notShown(topic: string): Refusal {
  return refuse(
    'failed',
    `${asked(topic)} could not be shown. ${ENDED} Ask once more; if it stays, work on paper (g k) and tell your supervisor.`,
  );
}

function asked(topic: string): string {
  return ASKED[(topic.split('.')[0] ?? '') as Subject] ?? 'This';
}
