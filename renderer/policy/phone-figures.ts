import type { PhoneDesk } from '#shared/policy/phone-desk.ts';

type Figure = {
  [Member in keyof PhoneDesk]: PhoneDesk[Member] extends number ? Member : never;
}[keyof PhoneDesk];

/** The numbers of the phone desk, in the order in which a call meets them. */
export const PHONE_FIGURES: readonly {
  readonly member: Figure;
  readonly what: string;
  readonly unit: string;
  readonly why: string;
}[] = [
  {
    member: 'capacity',
    what: 'A clinician has at a time',
    unit: 'calls',
    why: 'No more are offered; more may be taken by the clinician’s own wish',
  },
  {
    member: 'offerSeconds',
    what: 'One clinician is asked for',
    unit: 'seconds',
    why: 'Then the next; when nobody is left, all who are ready',
  },
  {
    member: 'to988Seconds',
    what: '988 is to take over after',
    unit: 'seconds',
    why: 'Counted from when the first clinician was asked',
  },
  {
    member: 'transferSeconds',
    what: 'A receiver accepts within',
    unit: 'seconds',
    why: 'After that the call returns, raised; a transfer is never left hanging',
  },
  {
    member: 'lostCallerMinutes',
    what: 'A lost caller is called again within',
    unit: 'minutes',
    why: 'From the moment the line was lost',
  },
  {
    member: 'wrapUpMinutes',
    what: 'Writing up ends after',
    unit: 'minutes',
    why: 'Then calls are offered to the clinician again',
  },
  {
    member: 'stepDownSeconds',
    what: 'Sending less is answered within',
    unit: 'seconds',
    why: 'A clinician proposed it; without a yes from dispatch nothing changes',
  },
];
