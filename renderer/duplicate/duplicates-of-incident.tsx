import { useState } from 'react';
import type { CallerLine, LikelyLine } from '#shared/board/duplicate-lines.ts';
import type { IncidentView } from '#shared/board/incident-view.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import { may } from '#shared/roster/permission.ts';
import { tell } from '../desk/ask.ts';
import { closeSheet, say, select, useDesk } from '../desk/desk-store.ts';
import { wallTime } from '../desk/wall-time.ts';
import { Button } from '../parts/button.tsx';
import { NoticeBeside } from '../parts/notice.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { incidentLine } from '../sheets/no-incident.tsx';
import { ByNumber } from './by-number.tsx';
import { joinTo, sayDifferent } from './join.ts';
import { LikelyList, type Says } from './likely-list.tsx';
import { MergeForm, type Mergeable } from './merge-form.tsx';
import { useLikely } from './use-likely.ts';

/** Who called about an incident, and what else may be the same. */
export function DuplicatesOfIncident({
  title,
  view,
}: {
  readonly title: string;
  readonly view: IncidentView;
}) {
  const { incidentId, number, callers, absorbed, mergedInto, revision } = view;
  const merges = useDesk(({ hello }) => {
    const role = hello?.session?.role;
    return role !== undefined && may(role, 'send-units');
  });
  const open = view.closed === null;
  const [told, setTold] = useState(0);
  const lines = useLikely(open ? { incidentId } : null, { since: `${revision} ${told}` });
  const [merging, setMerging] = useState<Mergeable | null>(null);

  const says = (line: LikelyLine): Says => {
    if (line.kind === 'call') {
      const act = () => joinTo(line.callId, line.number, view);
      return { same: { label: `Join call ${line.number} to ${number}`, act }, because: null };
    }
    if (!line.open)
      return { same: null, because: `Incident ${line.number} is closed. Look at it there.` };
    if (!merges)
      return { same: null, because: 'A dispatcher or a supervisor merges incidents: tell them.' };
    if (line.merge?.barred != null)
      return {
        same: null,
        because: `${line.merge.barred} Neither can stand in the other one as long as something runs on both.`,
      };
    const remains = line.merge?.remains === incidentId ? number : line.number;
    return {
      same: { label: `Merge: ${remains} remains`, act: () => setMerging(line) },
      because: null,
    };
  };

  return (
    <Sheet title={title} subtitle={incidentLine(view)} wide>
      {mergedInto !== null && (
        <p>
          It stands in incident {mergedInto.number}.{' '}
          <Button onClick={() => show(mergedInto.incidentId)}>Look at {mergedInto.number}</Button>
        </p>
      )}
      {merging !== null ? (
        <MergeForm view={view} other={merging} onBack={() => setMerging(null)} />
      ) : (
        open && (
          <LikelyList
            lines={lines}
            none={`Nothing else that is open or waits speaks for being the same as ${number}.`}
            says={says}
            onDifferent={(line) =>
              void sayDifferent(view.callId, line).then(() => setTold((times) => times + 1))
            }
          />
        )
      )}
      {merges && open && merging === null && (
        <ByNumber
          says="Merge"
          except={incidentId}
          onIncident={({ incidentId: other, number: named }) =>
            setMerging({ incidentId: other, number: named, reasons: [], merge: null })
          }
        />
      )}
      <Callers callers={callers} />
      {absorbed.length > 0 && (
        <section aria-label="Merged into it">
          <h3>Merged into it</h3>
          <ul className="callers">
            {absorbed.map((each, at) => (
              <li key={each.incidentId}>
                <p>
                  <strong>Incident {each.number}</strong>
                </p>
                {merges && open && at === absorbed.length - 1 && (
                  <Button onClick={() => void takeApart(each.incidentId, each.number)}>
                    Take {each.number} out
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <NoticeBeside
        causes={['call.join', 'call.part', 'duplicate.say-different', 'incident.unmerge']}
      />
    </Sheet>
  );
}

function Callers({ callers }: { readonly callers: readonly CallerLine[] }) {
  return (
    <section aria-label="Callers">
      <h3>{callers.length === 1 ? 'One caller' : `${callers.length} callers`}</h3>
      <ul className="callers">
        {callers.map(({ callId, number, receivedAt, ani, words, reasons, how }) => (
          <li key={callId}>
            <p dir="auto">
              <strong>{number}</strong> {words === '' ? 'No words' : `“${words}”`}{' '}
              <small>{[wallTime(receivedAt), ani ?? 'no number', ...reasons].join(' · ')}</small>
            </p>
            {how === 'joined' && (
              <Button onClick={() => void tell('call.part', { callId, reason: '' })}>
                Let it wait again<span className="spoken"> call {number}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function show(incidentId: IncidentId): void {
  closeSheet();
  select({ kind: 'incident', id: incidentId });
}

async function takeApart(incidentId: IncidentId, number: number): Promise<void> {
  if ((await tell('incident.unmerge', { incidentId, reason: '' })) === null) return;
  say({ tone: 'done', text: `Incident ${number} stands by itself again.`, cause: null });
}
