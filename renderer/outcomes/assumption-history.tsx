import type { CostChange, KeptCosts } from '#shared/board/kept-costs.ts';
import { deskNow } from '../desk/clock.ts';
import { wallDateTime } from '../desk/wall-date.ts';
import { AskWhy } from '../sheets/ask-why.tsx';
import { useCommand } from '../sheets/use-command.ts';

/** Who changed what, when and why, the newest first; and one step back. */
export function AssumptionHistory({
  kept,
  onChanged,
}: {
  readonly kept: KeptCosts;
  readonly onChanged: (text: string) => void;
}) {
  return (
    <section className="assumption-history" aria-labelledby="assumption-history">
      <h4 id="assumption-history">Changes</h4>
      {kept.version > 0 && <StepBack version={kept.version} onChanged={onChanged} />}
      {kept.changes.length === 0 ? (
        <p className="cost-aside">
          Nobody has changed them yet. Who does, when and why will stand here.
        </p>
      ) : (
        <ol>
          {kept.changes.map((change) => (
            <Change key={change.version} change={change} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Change({ change }: { readonly change: CostChange }) {
  const { version, byName, at, note, changed, withdrawn } = change;
  const when = (instant: string) => (
    <time dateTime={instant}>{wallDateTime(instant, deskNow())}</time>
  );
  return (
    <li data-none={withdrawn !== null}>
      <p>
        <b>Version {version}</b>, {byName}, {when(at)}: <span dir="auto">{note}</span>
      </p>
      <p className="cost-aside">{changed.join('; ')}</p>
      {withdrawn !== null && (
        <p>
          Taken back by {withdrawn.byName}, {when(withdrawn.at)}:{' '}
          <span dir="auto">{withdrawn.reason}</span>
        </p>
      )}
    </li>
  );
}

function StepBack({
  version,
  onChanged,
}: {
  readonly version: number;
  readonly onChanged: (text: string) => void;
}) {
  const form = { subject: `costs/version-${version}`, form: 'withdraw' };
  const command = useCommand('costs.withdraw', form);
  return (
    <AskWhy
      form={form}
      opens="Step back to the ones before"
      label={`Take version ${version} back: why, in a line`}
      does="Take it back"
      refusal={command.refusal}
      busy={command.busy}
      onReason={(reason) =>
        void command.give({ version, reason }).then((done) => {
          if (done !== null) onChanged('The assumptions before count again.');
        })
      }
    />
  );
}
