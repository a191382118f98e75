import type { OwingFolder } from '#shared/board/copies-view.ts';
import { dateWords } from '../desk/center-date.ts';
import './owing-folders.css';

/** Where copies may still open what was shredded. Nothing where none does. */
export function OwingFolders({ owing }: { readonly owing: readonly OwingFolder[] }) {
  if (owing.length === 0) return null;
  return (
    <section className="owing-folders" aria-label="Copies that still hold what was shredded">
      {owing.map((each) => (
        <div key={each.folder}>
          <p>
            <strong>▲ {whatWords(each)}</strong> <bdi>{each.folder}</bdi>
          </p>
          <p role="status">{nextWords(each)}</p>
          {each.left.length > 0 && (
            <ul>
              {each.left.map(({ copy, because }) => (
                <li key={copy}>
                  <bdi>{copy}</bdi>: {because}
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </section>
  );
}

function whatWords({ records, since, left }: OwingFolder): string {
  if (records === 0)
    return `${left.length} ${left.length === 1 ? 'copy' : 'copies'} could not be rid of words that were shredded:`;
  const words = `Copies may still open the words of ${records} ${records === 1 ? 'record' : 'records'} shredded`;
  return `${words} since ${since === null ? 'then' : dateWords(since)}:`;
}

function nextWords({ because, working, records }: OwingFolder): string {
  if (working) return 'They are being taken out just now.';
  if (because !== null)
    return `${because} It is tried again by itself; if these copies are gone for good, make an empty folder there.`;
  return records > 0 ? 'They are taken out next.' : 'What can be done about each:';
}
