import type { ImportView, ResultView, RunView } from '#shared/board/import-view.ts';
import { Button } from '../parts/button.tsx';
import { LeftOutList } from './left-out-list.tsx';
import { counted, leftInWords, sizeInWords } from './sizes.ts';

/** The step that is next: take it over, how far that is, or what came of it. */
export function RunBar({
  view,
  onBegin,
  onStop,
  onResume,
}: {
  readonly view: ImportView;
  readonly onBegin: () => void;
  readonly onStop: () => void;
  readonly onResume: (importId: string) => void;
}) {
  const { run, chosen } = view;
  const underWay = run?.state === 'running' || run?.state === 'stopping';
  return (
    <footer className="import-run">
      {run !== null && underWay && <Progress run={run} onStop={onStop} />}
      {run !== null && !underWay && <Ended run={run} onResume={onResume} />}
      {!underWay && chosen !== null && <Begin view={view} onBegin={onBegin} />}
    </footer>
  );
}

function Begin({ view, onBegin }: { readonly view: ImportView; readonly onBegin: () => void }) {
  const looked = view.chosen?.looked;
  const survey =
    looked !== undefined && looked !== 'looking' && 'survey' in looked ? looked.survey : null;
  if (survey === null) return null;
  const fresh = survey.accepted - survey.known;
  const how =
    survey.of === 'all'
      ? `Take over ${counted(fresh)} ${fresh === 1 ? 'call' : 'calls'}`
      : 'Take over the calls of this file';
  return (
    <Button tone="primary" keys="a" onClick={onBegin}>
      {how}
    </Button>
  );
}

function Progress({ run, onStop }: { readonly run: RunView; readonly onStop: () => void }) {
  const { name, bytes, size, rows, rate, left, state } = run;
  const share = size === 0 ? 0 : Math.min(1, bytes / size);
  const percent = Math.floor(share * 100);
  return (
    <div className="import-progress">
      <p id="import-progress">
        <strong>
          <bdi>{name}</bdi>
        </strong>{' '}
        {state === 'stopping' ? 'is being stopped' : 'is being taken over'}
      </p>
      <div
        role="progressbar"
        aria-labelledby="import-progress"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        className="import-bar"
      >
        <span style={{ inlineSize: `${share * 100}%` }} />
      </div>
      <p className="import-far">
        <span>{percent} %</span>
        <span>{counted(rows)} rows</span>
        <span>
          {sizeInWords(bytes)} of {sizeInWords(size)}
        </span>
        <span>{rate > 0 && `${counted(rate)} rows a second`}</span>
        <span>{left !== null && `${leftInWords(left)} left`}</span>
      </p>
      <Button keys="x" aria-disabled={state === 'stopping'} onClick={onStop}>
        Stop
      </Button>
      <Quarters percent={percent} />
    </div>
  );
}

/** Said aloud at each quarter only: a bar that talks all the time is switched off. */
function Quarters({ percent }: { readonly percent: number }) {
  const quarter = Math.floor(percent / 25) * 25;
  return (
    <p role="status" className="spoken">
      {quarter === 0 ? '' : `${quarter} percent taken over`}
    </p>
  );
}

const SAYS: Readonly<Record<'finished' | 'stopped' | 'failed', string>> = {
  finished: 'All of it was taken over.',
  stopped: 'Stopped. What was taken stays, and it can go on where it stopped.',
  failed: 'Broken off.',
};

function Ended({
  run,
  onResume,
}: {
  readonly run: RunView;
  readonly onResume: (importId: string) => void;
}) {
  const { importId, name, state, failed, result } = run;
  if (state === 'running' || state === 'stopping') return null;
  return (
    <div className="import-ended" data-state={state} role={state === 'failed' ? 'alert' : 'status'}>
      <p>
        <strong>
          <bdi>{name}</bdi>
        </strong>{' '}
        {failed ?? SAYS[state]}
      </p>
      {result !== null && <Result result={result} />}
      {state !== 'finished' && importId !== '' && (
        <Button keys="r" onClick={() => onResume(importId)}>
          Go on
        </Button>
      )}
      {result !== null && result.changed > 0 && (
        <LeftOutList
          key={importId}
          title={`Told differently before (${counted(result.changed)})`}
          importId={importId}
          kind="changed"
        />
      )}
    </div>
  );
}

function Result({ result }: { readonly result: ResultView }) {
  const { rows, imported, alreadyKnown, duplicates, rejected, changed, remarks } = result;
  const parts = [
    `${counted(imported)} taken over`,
    ...some(alreadyKnown, 'known already'),
    ...some(duplicates, 'repeated in the file'),
    ...some(rejected, 'rejected'),
    ...some(changed, 'told differently before and left as they were'),
  ];
  return (
    <>
      <p>
        {counted(rows)} rows: {parts.join(', ')}.
      </p>
      {remarks.length > 0 && <p className="field-hint">{remarks.join(' ')}</p>}
    </>
  );
}

function some(count: number, what: string): string[] {
  return count === 0 ? [] : [`${counted(count)} ${what}`];
}
