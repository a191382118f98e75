import type { PolicyVersionLine } from '#shared/policy/workshop-view.ts';
import { Sheet } from '../parts/sheet.tsx';
import { momentText, signedBy } from './draft-words.ts';
import { useWorkshop } from './workshop-store.ts';

const STATES: Readonly<Record<PolicyVersionLine['state'], string>> = {
  'in-force': 'in force',
  scheduled: 'scheduled',
  past: 'past',
  withdrawn: 'called off',
};

/** Every policy the center put in force or scheduled, newest first. */
export function HistorySheet() {
  const history = useWorkshop((state) => state.workshop?.history ?? null);
  return (
    <Sheet
      wide
      title="Every policy so far"
      subtitle="Newest first. Nothing here is ever rewritten."
    >
      {history === null || history.length === 0 ? (
        <p className="sheet-empty">No policy has been adopted yet.</p>
      ) : (
        <ol className="policy-history">
          {history.map((line) => (
            <li key={`${line.hash} ${line.adoptedAt}`} data-state={line.state}>
              <p className="head-line">
                <b className="version">{line.version}</b> <span dir="auto">{line.title}</span>
                <span className="history-state">{STATES[line.state]}</span>
              </p>
              <p className="head-detail">
                from {momentText(line.effectiveFrom)} · {signedBy(line)}
              </p>
              {line.reason !== '' && <p dir="auto">“{line.reason}”</p>}
            </li>
          ))}
        </ol>
      )}
    </Sheet>
  );
}
