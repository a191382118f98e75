import type { ReactNode } from 'react';
import type { ServiceLine } from '#shared/directory/service.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import { Button } from '../parts/button.tsx';
import { useFirstFocus } from '../sheets/use-first-focus.ts';
import { openWords, SUBSTANCE_WORDS } from './directory-words.ts';
import { DirectoryFinder } from './directory-finder.tsx';
import { useDirectory } from './use-directory.ts';
import './directory.css';

/**
 * Chooses one service of the directory, with the words and filters of the directory itself. `onPick` gets the line
 * somebody saw: its `substanceUse` says whether a referral there is Part 2 text (`isPart2`).
 */
export function ServicePicker({
  incidentId,
  does = 'Refer here',
  onPick,
  onCancel,
  children,
}: {
  /** Whose point distances are measured from; null measures none. */
  readonly incidentId: IncidentId | null;
  /** What choosing does, on the button. */
  readonly does?: string;
  readonly onPick: (service: ServiceLine) => void;
  readonly onCancel?: () => void;
  /** What stands beside the buttons. */
  readonly children?: ReactNode;
}) {
  const search = useDirectory(incidentId);
  const field = useFirstFocus<HTMLInputElement>();
  const line = search.at === -1 ? null : search.line(search.at);
  const pick = () => {
    if (line !== null) onPick(line);
  };
  if (search.overview !== null && search.overview.inForce === null)
    return (
      <div className="service-picker">
        <p className="field-hint">
          There is no directory of services yet. A supervisor imports one: g d.
        </p>
        {children}
      </div>
    );
  return (
    <section className="service-picker" aria-label="Choose a service">
      <DirectoryFinder search={search} field={field} onEnter={pick} />
      <footer className="service-picked">
        {line === null ? (
          <p className="field-hint">Arrows choose a service, Enter takes it.</p>
        ) : (
          <p>
            <b dir="auto">{line.name}</b> · <bdi>{line.organization}</bdi> · {openWords(line)}
            <br />
            <span className="field-hint">{SUBSTANCE_WORDS[line.substanceUse]}</span>
          </p>
        )}
        <div className="button-row">
          <Button tone="primary" keys="Enter" disabled={line === null} onClick={pick}>
            {does}
          </Button>
          {onCancel !== undefined && (
            <Button tone="quiet" onClick={onCancel}>
              Not from the directory
            </Button>
          )}
          {children}
        </div>
      </footer>
    </section>
  );
}
