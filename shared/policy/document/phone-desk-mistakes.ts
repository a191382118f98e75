import { repeats, unknownId } from './known-ids.ts';
import type { Definitions } from './policy-references.ts';
import type { Mistake } from './policy-problems.ts';
import type { Policy } from '../policy.ts';

/** A phone desk whose calls would end nowhere: nobody to hand them to, or a fallback that is the phone. */
export function phoneDeskMistakes({ phoneDesk, responses }: Policy, known: Definitions): Mistake[] {
  if (phoneDesk === undefined) return [];
  const { offerSeconds, to988Seconds, fallback, receivers } = phoneDesk;
  const at = ['phoneDesk'];
  const byPhone = responses.find(({ id }) => id === fallback)?.byPhone === true;
  return [
    ...(to988Seconds > offerSeconds
      ? []
      : [
          {
            at: [...at, 'to988Seconds'],
            message: `A clinician is asked for ${offerSeconds} s, and 988 is to take over after ${to988Seconds} s.`,
            remedy: 'Write more seconds until 988 than for one clinician.',
          },
        ]),
    ...unknownId(known.responses, [...at, 'fallback'], fallback),
    ...(byPhone
      ? [
          {
            at: [...at, 'fallback'],
            message: `“${fallback}” is given by phone, and it is for calls that nobody took by phone.`,
            remedy: 'Name a response that sends somebody.',
          },
        ]
      : []),
    ...repeats(
      receivers,
      ({ id }) => id,
      ({ id }, place, first) => ({
        at: [...at, 'receivers', place, 'id'],
        message: `Another receiver, entry ${first + 1} of the list, is called “${id}” already.`,
        remedy: 'Give this receiver another id, or remove it.',
      }),
    ),
    ...(receivers.some(({ kind }) => kind === '988')
      ? []
      : [
          {
            at: [...at, 'receivers'],
            message: `988 is to take over after ${to988Seconds} s, and no receiver is of the kind 988.`,
            remedy: 'Add the line of 988 to the list.',
          },
        ]),
  ];
}
