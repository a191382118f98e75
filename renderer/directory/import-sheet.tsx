import { useEffect, useId, useState } from 'react';
import type { DirectoryExamination, DirectoryOverview } from '#shared/board/directory-view.ts';
import { ask } from '../desk/ask.ts';
import { deskNow } from '../desk/clock.ts';
import { closeSheet, say } from '../desk/desk-store.ts';
import { wallDateTime } from '../desk/wall-date.ts';
import { Button } from '../parts/button.tsx';
import { NotRead } from '../parts/not-read.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { WithReason } from '../sheets/with-reason.tsx';
import { Examination } from './examination.tsx';
import { readFiles } from './read-files.ts';
import { saveDirectory } from './save-directory.ts';
import './directory.css';

/** The directory for whoever keeps it: a new one from files, a step back, and the one in force as files. */
export function DirectoryImportSheet() {
  const [overview, setOverview] = useState<DirectoryOverview | null>(null);
  useEffect(() => {
    void ask('directory.overview', { incidentId: null }).then((reply) => {
      if (reply.ok) setOverview(reply.value);
    });
  }, []);
  return (
    <Sheet wide title="Directory of services" subtitle="Import, step back, export">
      <div className="directory-import">
        <ImportFiles />
        {overview !== null && overview.inForce !== null && <InForce overview={overview} />}
      </div>
    </Sheet>
  );
}

function ImportFiles() {
  const [seen, setSeen] = useState<DirectoryExamination | null>(null);
  const [reading, setReading] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const adopt = useCommand('directory.adopt');

  async function read(chosen: readonly File[], source: string) {
    setSeen(null);
    setRefused(null);
    adopt.forget();
    setReading(true);
    const files = await readFiles(chosen);
    if ('why' in files) {
      setReading(false);
      return setRefused(files.why);
    }
    const reply = await ask('directory.examine', { files, source });
    setReading(false);
    if (reply.ok) setSeen(reply.value);
    else setRefused(reply.because);
  }
  async function take({ hash, counts }: DirectoryExamination) {
    if (hash === null || (await adopt.give({ hash })) === null) return;
    say({
      tone: 'done',
      text: `A directory of ${counts.services} services is in force.`,
      cause: null,
    });
    closeSheet();
  }

  return (
    <section aria-labelledby="directory-new">
      <h3 id="directory-new">Import</h3>
      <p className="field-hint">
        Open Referral HSDS 3.0 as JSON or as a folder of CSV files, or the older CSV set. You see
        what would change before it does, and the one before can be brought back. Thousands of
        services take a few seconds, in which this console answers nothing else.
      </p>
      <div className="button-row">
        <ChooseFiles
          label="Choose files"
          onFiles={(files) => void read(files, files[0]?.name ?? 'files')}
        />
        <ChooseFiles
          folder
          label="Choose a folder"
          onFiles={(files) => void read(files, folderOf(files))}
        />
      </div>
      {reading && <p role="status">It is being read.</p>}
      <NotRead why={refused} />
      {seen !== null && <Examination seen={seen} />}
      {seen !== null && seen.hash !== null && (
        <>
          <Refused refusal={adopt.refusal} />
          <Button tone="primary" aria-disabled={adopt.busy} onClick={() => void take(seen)}>
            {adopt.busy ? 'It is being put in force…' : 'Put this directory in force'}
          </Button>
        </>
      )}
    </section>
  );
}

function folderOf(files: readonly File[]): string {
  const [first] = files;
  return first?.webkitRelativePath.split('/')[0] || first?.name || 'folder';
}

/** The label is the button; the field itself is for the keyboard and readers. */
function ChooseFiles({
  label,
  folder = false,
  onFiles,
}: {
  readonly label: string;
  readonly folder?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}) {
  const id = useId();
  return (
    <span className="import-file">
      <input
        id={id}
        type="file"
        multiple
        className="spoken"
        accept=".json,.csv,application/json,text/csv"
        {...(folder ? { webkitdirectory: '' } : {})}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          if (files.length > 0) onFiles(files);
          // The same files may be chosen again after they were corrected.
          event.target.value = '';
        }}
      />
      <label htmlFor={id} className="button" data-tone="plain">
        {label}
      </label>
    </span>
  );
}

function InForce({ overview }: { readonly overview: DirectoryOverview }) {
  const { inForce, stepBack } = overview;
  const [saved, setSaved] = useState<{ readonly said: string; readonly refused: boolean } | null>(
    null,
  );
  if (inForce === null) return null;
  const { source, counts, adoptedAt, adoptedByName, hash } = inForce;
  const back = stepBack?.to ?? null;
  const save = (as: 'json' | 'csv') => () => void saveDirectory(as).then(setSaved);
  return (
    <section aria-labelledby="directory-in-force">
      <h3 id="directory-in-force">In force since {wallDateTime(adoptedAt, deskNow())}</h3>
      <p>
        <bdi>{source}</bdi>, put in force by {adoptedByName}: {counts.services} services of{' '}
        {counts.organizations} organizations.
      </p>
      <div className="button-row">
        <Button onClick={save('json')}>Export JSON</Button>
        <Button onClick={save('csv')}>Export CSV</Button>
      </div>
      {saved !== null && (
        <p
          role={saved.refused ? 'alert' : 'status'}
          className={saved.refused ? 'refused' : 'field-hint'}
        >
          {saved.said}
        </p>
      )}
      {stepBack !== null && (
        <WithReason
          topic="directory.withdraw"
          hash={hash}
          label={
            back === null
              ? 'Take this directory away'
              : `Step back to “${back.source}” (${back.services} services)`
          }
          onDone={() => {
            say({
              tone: 'done',
              text:
                back === null
                  ? 'There is no directory now.'
                  : `“${back.source}” is in force again.`,
              cause: null,
            });
            closeSheet();
          }}
        />
      )}
    </section>
  );
}
