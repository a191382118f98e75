import { useEffect, useState } from 'react';
import type { IntakeLineView } from '#shared/board/intake-lines-view.ts';
import type { IntakeLineId } from '#shared/lib/brand.ts';
import { say } from '../desk/desk-store.ts';
import { NOTHING, useAsked } from '../desk/use-asked.ts';
import { Button } from '../parts/button.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { KeyScope } from '../sheets/key-scope.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { AttemptsNote } from './attempts-note.tsx';
import { LineDetail, opensByToken } from './line-detail.tsx';
import { wantedAsShown, type LineDraft } from './line-draft.ts';
import { LineForm } from './line-form.tsx';
import { placeWords, plural, stateWords } from './line-words.ts';
import { RefusalList } from './refusal-list.tsx';
import { TokenOnce } from './token-once.tsx';
import './intake-lines.css';

/** How a line stands is on no board: it is asked for as long as somebody looks. */
const WHILE_LOOKED_AT = { pause: () => 2_000 };

const ADD_ID = 'intake-line-add';

type Doing =
  | { readonly what: 'add' }
  | { readonly what: 'change' }
  | { readonly what: 'token'; readonly name: string; readonly token: string };

/** The ways in for what other systems hand over: how each stands, and what it refused. */
export function IntakeLinesSheet() {
  const { view, refused, look } = useAsked('intake-line.all', NOTHING, WHILE_LOOKED_AT);
  const [chosen, setChosen] = useState<IntakeLineId | null>(null);
  const [doing, setDoing] = useState<Doing | null>(null);
  const set = useCommand('intake-line.set');
  const remove = useCommand('intake-line.remove');
  const makeToken = useCommand('intake-line.new-token');
  const see = useCommand('intake-line.see-attempts');
  const lines = view?.lines ?? [];
  const found = lines.findIndex(({ lineId }) => lineId === chosen);
  const at = found < 0 ? 0 : found;
  const now: IntakeLineView | undefined = lines[at];
  const attempted = lines.find(({ attempts }) => attempts !== null);
  const refusal = set.refusal ?? remove.refusal ?? makeToken.refusal ?? see.refusal;

  const firstId = lines[0]?.lineId ?? null;
  const come = view !== null;
  useEffect(() => {
    // The list comes after the sheet: the first line takes the focus the sheet could not give.
    if (come && firstId !== null) document.getElementById(headId(firstId))?.focus();
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [come]);

  const nowId = now?.lineId ?? null;
  const attemptedId = attempted?.lineId ?? null;
  useEffect(() => {
    // What was pressed is gone: the sheet's keys go on from its line.
    if (document.activeElement !== document.body) return;
    document.getElementById(nowId === null ? ADD_ID : headId(nowId))?.focus();
  }, [doing, nowId, attemptedId]);

  function choose(lineId: IntakeLineId) {
    setChosen(lineId);
    setDoing(null);
    for (const command of [set, remove, makeToken, see]) command.forget();
  }

  function go(to: number) {
    const line = lines[Math.min(lines.length - 1, Math.max(0, to))];
    if (line === undefined) return;
    choose(line.lineId);
    document.getElementById(headId(line.lineId))?.focus();
  }

  async function switchIt() {
    if (now === undefined) return;
    const { lineId, name, on, setting } = now;
    const input = { lineId, name, on: !on, setting: wantedAsShown(setting) };
    if ((await set.give(input)) === null) return;
    say({ tone: 'done', text: `“${name}” is switched ${on ? 'off' : 'on'}.`, cause: null });
    look();
  }

  async function removeIt() {
    if (now === undefined || now.on) return;
    if ((await remove.give({ lineId: now.lineId })) === null) return;
    say({ tone: 'done', text: `“${now.name}” is removed.`, cause: null });
    setChosen(null);
    look();
  }

  async function tokenFor(lineId: IntakeLineId, name: string) {
    const done = await makeToken.give({ lineId });
    setDoing(done?.made === undefined ? null : { what: 'token', name, token: done.made });
    look();
  }

  function afterSet(lineId: IntakeLineId, draft: LineDraft) {
    setChosen(lineId);
    setDoing(null);
    look();
    const isNew = doing?.what === 'add';
    if (isNew && draft.kind === 'eido-listener' && draft.access === 'token')
      void tokenFor(lineId, draft.name.trim());
  }

  async function seen(line: IntakeLineView) {
    if ((await see.give({ lineId: line.lineId })) !== null) look();
  }

  const keys = {
    j: () => go(at + 1),
    k: () => go(at - 1),
    ArrowDown: () => go(at + 1),
    ArrowUp: () => go(at - 1),
    n: () => setDoing({ what: 'add' }),
    o: () => void switchIt(),
    c: () => now !== undefined && setDoing({ what: 'change' }),
    t: () => now !== undefined && opensByToken(now) && void tokenFor(now.lineId, now.name),
    x: () => void removeIt(),
    s: () => attempted !== undefined && void seen(attempted),
  };
  return (
    <KeyScope keys={keys}>
      <Sheet wide title="Intake lines" subtitle={summary(lines)}>
        {refused !== null && <p role="alert">{refused}</p>}
        {lines.map((line) => (
          <AttemptsNote key={line.lineId} line={line} onSeen={() => void seen(line)} />
        ))}
        {view !== null && lines.length === 0 && doing === null && <NoLines />}
        <ul className="intake-list">
          {lines.map((line) => (
            <li key={line.lineId}>
              <LineHead line={line} open={line === now} onOpen={() => choose(line.lineId)} />
              {line === now && (
                <>
                  <Refused refusal={refusal} />
                  {doing === null && (
                    <LineDetail
                      line={line}
                      onSwitch={() => void switchIt()}
                      onChange={() => setDoing({ what: 'change' })}
                      onToken={() => void tokenFor(line.lineId, line.name)}
                      onRemove={() => void removeIt()}
                    />
                  )}
                  {doing?.what === 'token' && (
                    <TokenOnce
                      name={doing.name}
                      token={doing.token}
                      onKept={() => setDoing(null)}
                    />
                  )}
                  {doing?.what === 'change' && (
                    <LineForm
                      key={line.lineId}
                      line={line}
                      onSet={afterSet}
                      onCancel={() => setDoing(null)}
                    />
                  )}
                </>
              )}
            </li>
          ))}
        </ul>
        {doing?.what === 'add' && (
          <LineForm line={null} onSet={afterSet} onCancel={() => setDoing(null)} />
        )}
        {view !== null && doing === null && (
          <Button id={ADD_ID} keys="n" onClick={() => setDoing({ what: 'add' })}>
            Add a line
          </Button>
        )}
        {view !== null && <RefusalList refusals={view.refusals} lines={lines} />}
      </Sheet>
    </KeyScope>
  );
}

function LineHead({
  line,
  open,
  onOpen,
}: {
  readonly line: IntakeLineView;
  readonly open: boolean;
  readonly onOpen: () => void;
}) {
  const { lineId, name, setting, standing } = line;
  return (
    <button
      type="button"
      id={headId(lineId)}
      className="intake-head"
      aria-expanded={open}
      onClick={onOpen}
    >
      <bdi className="intake-name">{name}</bdi>
      <span className="intake-state" data-state={standing.now.state}>
        {stateWords(standing.now)}
      </span>
      <span className="intake-place" dir="auto">
        {placeWords(setting)}
      </span>
      <span className="intake-count">
        {plural(standing.newCalls + standing.updates, 'taken', 'taken')}
        {standing.refused > 0 && `, ${standing.refused} refused`}
      </span>
    </button>
  );
}

function NoLines() {
  return (
    <p className="sheet-empty">
      No other system hands calls over to this desk, and it listens nowhere. Add a line for each one
      that should: an EIDO listener for a CAD, an ALI line for the location database, or a folder
      another program writes into. It stays switched off until you switch it on.
    </p>
  );
}

function headId(lineId: IntakeLineId): string {
  return `intake-line-${lineId}`;
}

function summary(lines: readonly IntakeLineView[]): string {
  const states = lines.map(({ standing }) => standing.now.state);
  const failed = states.filter((state) => state === 'failed').length;
  const on = lines.filter((line) => line.on).length;
  return [
    lines.length === 0
      ? 'How calls of other systems come in'
      : `${on} of ${lines.length} switched on`,
    ...(failed === 0 ? [] : [`${failed} ${failed === 1 ? 'does' : 'do'} not run`]),
  ].join(', ');
}
