import { useEffect, useRef, useState } from 'react';
import type { ImportView } from '#shared/board/import-view.ts';
import { bridge } from '../desk/bridge.ts';
import { say } from '../desk/desk-store.ts';
import { NOTHING, useAsked } from '../desk/use-asked.ts';
import { useActions } from '../keys/actions.ts';
import { Button } from '../parts/button.tsx';
import { NotRead } from '../parts/not-read.tsx';
import { FileField } from '../parts/file-field.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { ColumnTable } from './column-table.tsx';
import { KeptMappings } from './kept-mappings.tsx';
import { PastImports } from './past-imports.tsx';
import { RunBar } from './run-bar.tsx';
import { SaveMapping } from './save-mapping.tsx';
import { SurveyPanel } from './survey-panel.tsx';
import { WaitingFiles } from './waiting-files.tsx';
import './import.css';

const CHOOSE = 'import-choose';

/** Also while nothing moves: files come into watched folders by themselves. */
const OFTENER_WHILE_IT_MOVES = {
  pause: (view: ImportView | null) => (view !== null && isMoving(view) ? 300 : 3_000),
};

function isMoving({ chosen, run }: ImportView): boolean {
  if (run?.state === 'running' || run?.state === 'stopping') return true;
  if (chosen === null) return false;
  const { looked } = chosen;
  return looked === 'looking' || ('survey' in looked && looked.survey?.of === 'counting');
}

/** Earlier calls of another system: a file, what its columns mean, what would be taken, and taking it. */
export function ImportHome() {
  const { view, refused, look } = useAsked('import.view', NOTHING, OFTENER_WHILE_IT_MOVES);
  const [reason, setReason] = useState<string | null>(null);
  const frame = useRef<HTMLElement>(null);
  const begin = useCommand('import.begin');
  const stop = useCommand('import.stop');
  const resume = useCommand('import.resume');
  const putAway = useCommand('import.put-away');
  useEffect(() => frame.current?.focus({ preventScroll: true }), []);

  async function take(file: File) {
    begin.forget();
    const reply = await bridge().handOver(file);
    setReason(reply.ok ? null : reply.because);
    look();
  }
  async function goOn(importId: string) {
    await resume.give({ importId });
    look();
  }
  useDroppedFile((file) => void take(file));
  const carryOut = (act: () => Promise<unknown>) => void act().then(look);
  const chosen = view?.chosen ?? null;
  const hash = hashOf(view);
  const cutShort = view?.past.find(({ state }) => state === 'cut-short');
  const runs = view?.run?.state === 'running';

  useActions({
    'import.choose': () => document.querySelector<HTMLInputElement>(`#${CHOOSE} input`)?.click(),
    'import.columns': () => {
      const first = frame.current?.querySelector<HTMLElement>('.import-columns select');
      if (first == null) return false;
      first.focus();
    },
    'import.save-mapping': () => {
      const field = frame.current?.querySelector<HTMLElement>('.import-save input');
      if (field == null) return false;
      field.focus();
    },
    'import.begin': () => (chosen === null ? false : carryOut(() => begin.give({ hash }))),
    'import.stop': () =>
      runs ? carryOut(() => stop.give({ importId: view?.run?.importId ?? '' })) : false,
    'import.resume': () => (cutShort === undefined ? false : void goOn(cutShort.importId)),
    'import.put-away': () => (chosen === null ? false : carryOut(() => putAway.give({}))),
  });

  return (
    <main
      ref={frame}
      className="import"
      data-place="import"
      tabIndex={-1}
      aria-label="Import of earlier calls"
    >
      <section className="pane import-file-side" aria-label="The file and its columns">
        <header className="pane-head">
          <h2>Import</h2>
          <span className="import-name">
            {chosen === null ? 'earlier calls of another system' : <bdi>{chosen.name}</bdi>}
          </span>
          <span id={CHOOSE}>
            <FileField
              label={chosen === null ? 'Choose a file' : 'Another file'}
              accept=".csv,.txt,.tsv,text/csv,text/plain"
              tone={chosen === null ? 'plain' : 'quiet'}
              onFile={(file) => void take(file)}
            />
          </span>
          {chosen !== null && (
            <Button tone="quiet" keys="Backspace" onClick={() => carryOut(() => putAway.give({}))}>
              Put away
            </Button>
          )}
        </header>
        <NotRead why={reason ?? refused} className="refused import-refused" />
        {view !== null && <FileSide view={view} look={look} />}
      </section>
      <section className="pane import-outcome-side" aria-label="What would be taken">
        <header className="pane-head">
          <h2>{chosen === null ? 'Earlier imports' : 'What would be taken'}</h2>
        </header>
        {view !== null && <OutcomeSide view={view} onResume={goOn} />}
        <Refused refusal={begin.refusal ?? stop.refusal ?? resume.refusal} />
        {view !== null && (
          <RunBar
            view={view}
            onBegin={() => carryOut(() => begin.give({ hash }))}
            onStop={() => carryOut(() => stop.give({ importId: view?.run?.importId ?? '' }))}
            onResume={(importId) => void goOn(importId)}
          />
        )}
      </section>
    </main>
  );
}

/** Anywhere on the window, because a file is dropped where there is room. One at a time. */
function useDroppedFile(take: (file: File) => void): void {
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    const over = (event: DragEvent) => event.preventDefault();
    const drop = (event: DragEvent) => {
      event.preventDefault();
      const [file, ...more] = event.dataTransfer?.files ?? [];
      if (file !== undefined && more.length === 0) return latest.current(file);
      say({
        tone: 'refused',
        text: 'Drop one file of calls here. Nothing was taken.',
        cause: null,
      });
    };
    window.addEventListener('dragover', over);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', drop);
    };
  }, []);
}

/** Of the mapping that is looked at; nothing while there is none. */
function hashOf(view: ImportView | null): string {
  const looked = view?.chosen?.looked;
  return looked !== undefined && looked !== 'looking' && 'hash' in looked ? looked.hash : '';
}

function FileSide({ view, look }: { readonly view: ImportView; readonly look: () => void }) {
  const { chosen } = view;
  if (chosen === null)
    return (
      <div className="import-body">
        <p className="teach">
          Choose an export of another system (i), or drop it here: a CSV file with one row for each
          call. You see what its columns are taken for and what would become of each row before
          anything is taken. Imported calls are history: nobody is sent.
        </p>
        <WaitingFiles waiting={view.waiting} onChosen={look} />
        <KeptMappings mappings={view.mappings} onChanged={look} />
      </div>
    );
  const { looked } = chosen;
  if (looked === 'looking')
    return (
      <p role="status" className="import-body teach">
        It is being looked at.
      </p>
    );
  if ('why' in looked)
    return (
      <div role="alert" className="import-body import-unusable">
        <p>
          <strong>This file cannot be used:</strong> {looked.why}.
        </p>
        <p>{looked.remedy} Nothing was taken.</p>
      </div>
    );
  return (
    <div className="import-body">
      <SaveMapping looked={looked} mappings={view.mappings} onChanged={look} />
      {looked.faults.length > 0 && (
        <ul className="import-faults" role="alert">
          {looked.faults.map(({ place, message, remedy }) => (
            <li key={`${place} ${message}`}>
              <strong>{place}:</strong> {message}. {remedy}
            </li>
          ))}
        </ul>
      )}
      <ColumnTable looked={looked} onChanged={look} />
      {looked.remarks.length > 0 && (
        <details className="import-remarks">
          <summary>
            {looked.remarks.length === 1 ? 'A remark' : `${looked.remarks.length} remarks`} on the
            guess
          </summary>
          <ul>
            {looked.remarks.map((remark) => (
              <li key={remark} dir="auto">
                {remark}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function OutcomeSide({
  view,
  onResume,
}: {
  readonly view: ImportView;
  readonly onResume: (importId: string) => Promise<void>;
}) {
  const { chosen, past } = view;
  if (chosen === null)
    return <PastImports past={past} onResume={(importId) => void onResume(importId)} />;
  const { looked } = chosen;
  if (looked === 'looking' || 'why' in looked || looked.survey === null)
    return (
      <p className="import-body teach">
        As soon as the columns are understood, what would become of each row stands here.
      </p>
    );
  return <SurveyPanel key={chosen.name} survey={looked.survey} />;
}
