import type { CallRow } from '#shared/board/board-rows.ts';
import type { CallId } from '#shared/lib/brand.ts';
import { useBoard } from '../desk/board-store.ts';
import { closeSheet, useDesk } from '../desk/desk-store.ts';
import { Button } from '../parts/button.tsx';
import { NoticeBeside } from '../parts/notice.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { NoIncident } from '../sheets/no-incident.tsx';
import { ByNumber } from './by-number.tsx';
import { DuplicatesOfIncident } from './duplicates-of-incident.tsx';
import { joinAll, joinTo, sayDifferent } from './join.ts';
import { LikelyList } from './likely-list.tsx';
import { useLikely } from './use-likely.ts';
import { useWaiting } from './waiting-store.ts';

const TITLE = 'Told twice';

/** What a call or an incident may be the same as. Nothing is joined or merged by itself. */
export function DuplicatesSheet() {
  const selection = useDesk((desk) => desk.selection);
  const call = useBoard((board) => board.calls.get(selection?.id ?? ''));
  const focused = useBoard((board) => board.focus);
  if (call !== undefined) return <OfCall key={call.callId} call={call} />;
  return focused === null || focused.incidentId !== selection?.id ? (
    <NoIncident title={TITLE} />
  ) : (
    <DuplicatesOfIncident key={focused.incidentId} title={TITLE} view={focused} />
  );
}

function OfCall({ call }: { readonly call: CallRow }) {
  const { callId, number, toldApart } = call;
  const found = useLikely({ callId }, { since: String(toldApart.length) });
  const behind = useWaiting(({ groups }) => groups.find(({ leader }) => leader === callId));
  const together = [callId, ...(behind?.members ?? []).map((each) => each.callId)];
  const lines = found.filter((line) => !together.includes(line.callId));
  const all = async () => {
    if (await joinAll(together)) closeSheet();
  };
  return (
    <Sheet title={TITLE} subtitle={`Call ${number} waits`} wide>
      <LikelyList
        lines={lines}
        none={`Nothing else that is open or ended in the last hours speaks for being the same as call ${number}.`}
        says={(line) => ({
          same:
            line.kind === 'incident' && line.open
              ? {
                  label: `Join ${number} to ${line.number}`,
                  act: async () => {
                    if (await joinTo(callId, number, line)) closeSheet();
                  },
                }
              : null,
          because:
            line.kind === 'call'
              ? `Call ${line.number} waits, too. Answer one of them; then the other can be joined to it.`
              : line.open
                ? null
                : `Incident ${line.number} is closed: answer call ${number} as a new one.`,
        })}
        onDifferent={(line) => void sayDifferent(callId, line)}
        keys={behind === undefined ? {} : { a: () => void all() }}
      >
        {behind !== undefined && <Together ids={together} onAll={() => void all()} />}
      </LikelyList>
      <ByNumber
        says="Join it"
        except={null}
        onIncident={(incident) =>
          void joinTo(callId, number, incident).then((joined) => joined && closeSheet())
        }
      />
      <NoticeBeside causes={['call.join', 'duplicate.say-different']} />
    </Sheet>
  );
}

/** Calls that wait behind this one: read once more, and taken by one act. */
function Together({ ids, onAll }: { readonly ids: readonly CallId[]; readonly onAll: () => void }) {
  const calls = useBoard((board) => board.calls);
  const [first, ...others] = ids.flatMap((id) => calls.get(id) ?? []);
  if (first === undefined || others.length === 0) return null;
  return (
    <section aria-label="Waiting behind it">
      <h3>Waiting behind it</h3>
      <ul className="callers">
        {others.map(({ callId, number, words, ani, address }) => (
          <li key={callId}>
            <p dir="auto">
              <strong>{number}</strong> {words === '' ? 'No words' : `“${words}”`}{' '}
              <small>
                {[ani ?? 'no number', address].filter((each) => each !== '').join(' · ')}
              </small>
            </p>
          </li>
        ))}
      </ul>
      <Button tone="primary" keys="a" onClick={onAll}>
        Answer {first.number} and join {others.length === 1 ? 'the other' : `all ${others.length}`}
      </Button>
    </section>
  );
}
