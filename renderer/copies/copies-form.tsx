import type { CopiesView, TriedFolder } from '#shared/board/copies-view.ts';
import { MOST_TARGETS } from '#shared/copies/copies-setting.ts';
import type { Rotation } from '#shared/copies/rotation.ts';
import { say } from '../desk/desk-store.ts';
import { useTyped } from '../desk/use-typed.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { bytesWords } from './copies-words.ts';

interface TargetDraft {
  readonly targetId: string | null;
  readonly folder: string;
  readonly on: boolean;
}

const KEPT: readonly (readonly [keyof Rotation, string])[] = [
  ['last', 'The last'],
  ['days', 'Days'],
  ['weeks', 'Weeks'],
  ['months', 'Months'],
  ['upgrades', 'Before upgrades'],
];

const FORM = { subject: 'center', form: 'copies' } as const;

/** Where copies go, when they are made, and how many stay. */
export function CopiesForm({
  view,
  onDone,
  onCancel,
  onLook,
}: {
  readonly view: CopiesView;
  readonly onDone: () => void;
  readonly onCancel: () => void;
  readonly onLook: () => void;
}) {
  const { targets, schedule, rotation } = view.setting;
  const [folders, setFolders] = useTyped<readonly TargetDraft[]>(
    FORM,
    'folders',
    targets.length === 0 ? [{ targetId: null, folder: '', on: true }] : targets,
  );
  const [hours, setHours] = useTyped(
    FORM,
    'hours',
    schedule.everyHours === null ? '' : String(schedule.everyHours),
  );
  const [times, setTimes] = useTyped(FORM, 'times', schedule.at.join(', '));
  const [kept, setKept] = useTyped<Readonly<Record<string, string>>>(
    FORM,
    'kept',
    Object.fromEntries(KEPT.map(([name]) => [name, String(rotation[name])])),
  );
  const set = useCommand('copies.set', FORM);
  const tryIt = useCommand('copies.try');

  const put = (at: number, change: Partial<TargetDraft>) =>
    setFolders(folders.map((each, index) => (index === at ? { ...each, ...change } : each)));

  async function save() {
    const wanted = folders.filter(({ folder }) => folder.trim() !== '');
    const number = (text: string) => (text.trim() === '' ? Number.NaN : Number(text));
    const done = await set.give({
      targets: wanted.map(({ targetId, folder, on }) => ({ targetId, folder: folder.trim(), on })),
      schedule: {
        everyHours: hours.trim() === '' ? null : number(hours),
        at: times.split(/[\s,;]+/).filter((time) => time !== ''),
      },
      rotation: Object.fromEntries(
        KEPT.map(([name]) => [name, number(kept[name] ?? '')]),
      ) as unknown as Rotation,
    });
    if (done === null) return;
    say({ tone: 'done', text: 'Where and when copies are made is set.', cause: null });
    onDone();
  }
  async function tryFolder(folder: string) {
    if ((await tryIt.give({ folder: folder.trim() })) !== null) onLook();
  }

  return (
    <form
      className="copies-form"
      aria-label="Where and when copies are made"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {folders.map((target, at) => (
        // Folders have no identity before they are saved; their place in the form is it.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={at} className="copies-folder-draft">
          <TextField
            label={`Folder ${at + 1}`}
            hint={
              at === 0
                ? 'The whole path, on another disk or a share. A new folder is made there.'
                : undefined
            }
            value={target.folder}
            maxLength={500}
            onText={(folder) => put(at, { folder })}
          />
          <label className="copies-check">
            <input
              type="checkbox"
              checked={target.on}
              onChange={(event) => put(at, { on: event.target.checked })}
            />{' '}
            On
          </label>
          <Button tone="quiet" onClick={() => void tryFolder(target.folder)}>
            Test it
          </Button>
          <Tried tried={view.tried} folder={target.folder.trim()} />
        </div>
      ))}
      <Refused refusal={tryIt.refusal} />
      {folders.length < MOST_TARGETS && (
        <Button
          tone="quiet"
          onClick={() => setFolders([...folders, { targetId: null, folder: '', on: true }])}
        >
          One more folder
        </Button>
      )}
      <div className="copies-row">
        <TextField
          label="Every so many hours"
          hint="1 to 24; empty: only at the times"
          value={hours}
          inputMode="numeric"
          maxLength={2}
          onText={setHours}
        />
        <TextField
          label="At these times"
          hint="On the center’s clock, such as 03:30, 19:00"
          value={times}
          maxLength={60}
          onText={setTimes}
        />
      </div>
      <fieldset className="copies-row">
        <legend>How many stay: the latest of each day, week and month</legend>
        {KEPT.map(([name, label]) => (
          <TextField
            key={name}
            label={label}
            value={kept[name] ?? ''}
            inputMode="numeric"
            maxLength={3}
            onText={(text) => setKept({ ...kept, [name]: text })}
          />
        ))}
      </fieldset>
      <Refused refusal={set.refusal} />
      <div className="copies-acts">
        <Button tone="primary" type="submit" disabled={set.busy}>
          Set it
        </Button>
        <Button tone="quiet" onClick={onCancel}>
          Leave it
        </Button>
      </div>
    </form>
  );
}

const TRIED_TONES = { running: '', failed: 'copies-failing', done: 'copies-good' } as const;

function Tried({ tried, folder }: { readonly tried: TriedFolder | null; readonly folder: string }) {
  if (tried === null || tried.folder !== folder) return <p aria-live="polite" />;
  const { result } = tried;
  return (
    <p aria-live="polite" className={TRIED_TONES[result.state]}>
      {result.state === 'running' && 'It is being tried…'}
      {result.state === 'failed' && `▲ ${result.because}`}
      {result.state === 'done' &&
        `✓ It can be written; ${bytesWords(result.freeBytes)} free.${result.sameDisk ? ' ▲ It is on the disk of the store: a broken disk takes both.' : ''}`}
    </p>
  );
}
