import { NOTHING, useAsked } from '../desk/use-asked.ts';
import { OwingFolders } from '../copies/owing-folders.tsx';
import { LegalHolds } from './legal-holds.tsx';
import { RetentionSchedule } from './retention-schedule.tsx';
import { Shredding } from './shredding.tsx';
import './retention.css';

/** How long protected words are kept, what is past that, and what a legal hold keeps all the same. */
export function Retention() {
  const { view, refused, look } = useAsked('retention.overview', NOTHING);
  return (
    <>
      <header className="pane-head">
        <h2>Retention</h2>
      </header>
      {refused !== null && <p role="alert">{refused}</p>}
      {view !== null && (
        <div className="retention">
          <p className="retention-hint">
            What clinicians and officers write apart from the dispatch record is kept for so many
            years after the last of a record. What is past that is shredded by two people: its key
            is destroyed, and it cannot be read again. The dispatch record, and that there were
            words, stay.
          </p>
          <RetentionSchedule key={JSON.stringify(view.years)} view={view} onSet={look} />
          <Shredding
            key={view.partitions.map(({ due }) => due).join()}
            view={view}
            onShredded={look}
          />
          <OwingFolders owing={view.owing} />
          <LegalHolds holds={view.holds} onChanged={look} />
        </div>
      )}
    </>
  );
}
