import { useEffect, useRef, useState } from 'react';
import type { CopiesView } from '#shared/board/copies-view.ts';
import { useActions } from '../keys/actions.ts';
import { Button } from '../parts/button.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { CopiesForm } from './copies-form.tsx';
import {
  agoWords,
  copiesOf,
  entriesWords,
  rotationWords,
  scheduleWords,
  type ChosenCopy,
} from './copies-words.ts';
import { CopyList } from './copy-list.tsx';
import { DrillResult } from './drill-result.tsx';
import { OwingFolders } from './owing-folders.tsx';
import { RestoreForm } from './restore-form.tsx';
import { TargetLines } from './target-lines.tsx';
import { useCopies, useMinute } from './use-copies.ts';
import './copies.css';

/** Where copies of the store go and how they stand; one is rehearsed or restored from here. */
export function Copies() {
  const { view, refused, look } = useCopies();
  const [doing, setDoing] = useState<'set' | 'restore' | null>(null);
  const [at, setAt] = useState(0);
  const make = useCommand('copies.make');
  const drill = useCommand('copies.drill');
  const list = useRef<HTMLDivElement>(null);
  const copies = view === null ? [] : copiesOf(view.targets);
  const chosen: ChosenCopy | undefined = copies[Math.min(at, copies.length - 1)];

  async function makeNow() {
    if ((await make.give({ targetId: null })) !== null) look();
  }
  async function rehearse() {
    if (chosen === undefined) return;
    const { targetId, line } = chosen;
    if ((await drill.give({ targetId, copy: line.name })) !== null) look();
  }
  useActions({
    'copies.make': () => void makeNow(),
    'copies.set': () => setDoing('set'),
    'copies.drill': () => void rehearse(),
    'copies.restore': () => (chosen === undefined ? false : setDoing('restore')),
  });
  useEffect(() => {
    if (doing === null && document.activeElement === document.body) list.current?.focus();
  }, [doing]);

  function through() {
    setDoing(null);
    look();
  }
  return (
    <>
      <header className="pane-head">
        <h2>Copies</h2>
        <span className="copies-head">
          <Button tone="quiet" keys="e" onClick={() => setDoing('set')}>
            Where and when
          </Button>
          <Button keys="m" onClick={() => void makeNow()} disabled={view?.targets.length === 0}>
            Make a copy now
          </Button>
        </span>
      </header>
      <div className="copies">
        {refused !== null && <p role="alert">{refused}</p>}
        <Refused refusal={make.refusal ?? drill.refusal} />
        {view !== null && doing === 'set' && (
          <CopiesForm view={view} onDone={through} onCancel={() => setDoing(null)} onLook={look} />
        )}
        {view !== null && doing !== 'set' && (
          <>
            {/* Whoever restores chooses a copy and reads what it costs: nothing else. */}
            {doing === null && (
              <>
                <Standing view={view} />
                <TargetLines targets={view.targets} />
                <OwingFolders owing={view.owing} />
              </>
            )}
            <CopyList ref={list} copies={copies} at={at} onAt={setAt} />
            {chosen !== undefined && doing === null && (
              <div className="copies-acts">
                <Button keys="x" onClick={() => void rehearse()}>
                  Rehearse restoring it
                </Button>
                <Button tone="danger" keys="Shift+R" onClick={() => setDoing('restore')}>
                  Restore it
                </Button>
              </div>
            )}
            {chosen !== undefined && doing === 'restore' && (
              <RestoreForm
                key={chosen.line.name}
                chosen={chosen}
                drill={view.drill}
                onRehearse={() => void rehearse()}
                onCancel={() => setDoing(null)}
              />
            )}
            {view.drill !== null && doing === null && <DrillResult drill={view.drill} />}
          </>
        )}
      </div>
    </>
  );
}

/** What counts first: whether there is a fresh copy, and when somebody last tried one out. */
function Standing({ view }: { readonly view: CopiesView }) {
  const now = useMinute();
  const made = view.targets
    .flatMap(({ on, last }) => (on && last !== null ? [last.at] : []))
    .sort();
  const newest = made.at(-1);
  const { lastDrill, restored, setting, encrypted } = view;
  if (view.targets.length === 0)
    return (
      <div className="copies-warn">
        <p>
          <strong>▲ No copies are made.</strong> With this disk everything would be lost. Name a
          folder on another disk or a share: <kbd>e</kbd>
        </p>
        <p>
          From then on a copy is made {scheduleWords(setting)}, while everybody works. It counts
          when it was read back whole; old ones go by themselves. It is listed here, can be tried
          out beside the store, and takes its place when that is lost.
        </p>
      </div>
    );
  return (
    <dl className="copies-standing">
      <dt>Newest verified copy</dt>
      <dd data-tone={view.tooOld || newest === undefined ? 'warn' : 'good'}>
        {newest === undefined ? '▲ none yet' : agoWords(newest, now)}
        {view.tooOld && newest !== undefined && ' ▲ too old'}
      </dd>
      <dt>Made</dt>
      <dd>{scheduleWords(setting)}</dd>
      <dt>Kept</dt>
      <dd>{rotationWords(setting)}</dd>
      <dt>Encrypted</dt>
      <dd>{encrypted ? 'as the store is, with its key' : '▲ no, as the store is not'}</dd>
      <dt>Last drill</dt>
      <dd data-tone={lastDrill === null || !lastDrill.good ? 'warn' : undefined}>
        {lastDrill === null
          ? '▲ never: nobody has tried to restore one'
          : `${agoWords(lastDrill.at, now)}, by ${lastDrill.byName}${lastDrill.good ? '' : ' ▲ it could not be restored'}`}
      </dd>
      {restored !== null && (
        <>
          <dt>Restored</dt>
          <dd>
            {agoWords(restored.at, now)}
            {restored.newer === null || restored.newer === 0
              ? ''
              : `; ${entriesWords(restored.newer)} that came later ${restored.newer === 1 ? 'is' : 'are'} in the store before`}
          </dd>
        </>
      )}
    </dl>
  );
}
