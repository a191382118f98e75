import type { Answers } from '../answer.ts';
import type { DeskCore } from '../desk-core.ts';
import { callTypeLabel } from '../incident-row.ts';
import { findPastCall } from '#db/board/past-calls-projection.ts';
import type { SaidLine } from '#shared/board/past-call-view.ts';
import { refuse } from '#shared/lib/refusal.ts';

/** What an export said of one call, in its own words, for whoever looks behind a figure. */
export function pastCallAnswers(core: DeskCore): Answers<'past.call'> {
  return {
    'past.call': ({ key }) => {
      const call = findPastCall(core.db, key);
      if (call === null) return refuse('no-past-call', 'No call under this key was ever imported.');
      const { policy } = core.requirePolicy();
      const said: readonly (readonly [string, string | null])[] = [
        ['Record', call.recordNumber],
        ['Received', call.receivedLocal.replace('T', ' ')],
        ['Closed', call.closedLocal?.replace('T', ' ') ?? null],
        ['Type', call.rawType],
        ['Counted as', callTypeLabel(policy, call.callType) ?? call.callType],
        ['Priority', call.priority],
        ['Agency', call.agency],
        ['Disposition', call.disposition],
        ['Address', call.address],
      ];
      return said.flatMap(([label, text]): SaidLine[] =>
        text === null || text === '' ? [] : [{ label, text }],
      );
    },
  };
}
