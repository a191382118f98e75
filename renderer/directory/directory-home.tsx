import { useRef } from 'react';
import { NO_FILTER } from '#shared/directory/directory-search.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import { may } from '#shared/roster/permission.ts';
import { useBoard } from '../desk/board-store.ts';
import { openSheet, say, useDesk } from '../desk/desk-store.ts';
import { sayDone } from '../desk/on-record.ts';
import { deskNow } from '../desk/clock.ts';
import { wallDateTime } from '../desk/wall-date.ts';
import { useActions } from '../keys/actions.ts';
import { Button } from '../parts/button.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { useFirstFocus } from '../sheets/use-first-focus.ts';
import { DirectoryFinder } from './directory-finder.tsx';
import { NoDirectory } from './no-directory.tsx';
import { ServiceDetail } from './service-detail.tsx';
import { ServiceKeeping } from './service-keeping.tsx';
import { useDirectory, type DirectorySearch } from './use-directory.ts';
import { useService } from './use-service.ts';
import './directory.css';

/** Where people can be helped: what is looked for on the left, everything about one of them on the right. */
export function DirectoryHome() {
  const incidentId = useBoard((board) => board.focus?.incidentId ?? null);
  // What was imported or taken back in the sheet is asked for when it closes.
  const sheet = useDesk((desk) => desk.sheet);
  return (
    <Looking key={sheet === 'directory-import' ? 'importing' : 'looking'} incidentId={incidentId} />
  );
}

function Looking({ incidentId }: { readonly incidentId: IncidentId | null }) {
  const search = useDirectory(incidentId);
  const field = useFirstFocus<HTMLInputElement>();
  const detail = useRef<HTMLElement>(null);
  const service = useService(search.selected, incidentId);
  const keeps = useDesk(({ hello }) => {
    const role = hello?.session?.role;
    return role !== undefined && may(role, 'keep-directory');
  });
  const print = useCommand('directory.print');
  const dial = useCommand('phone.dial');
  const { overview } = search;
  const toDetail = () => detail.current?.focus();

  async function toFile() {
    if (search.selected === null) return;
    const done = await print.give({ serviceId: search.selected });
    if (done !== null) sayDone(`It is in ${done.made ?? 'its folder'}.`, done);
  }
  function ring() {
    const phone = service.view?.line.phones[0];
    if (phone === undefined) return false;
    const { number, extension } = phone;
    void dial.give({ number: extension === null ? number : `${number} ext. ${extension}` });
  }
  useActions({
    'directory.next': () => search.move(1),
    'directory.previous': () => search.move(-1),
    'directory.page-down': () => search.move(10),
    'directory.page-up': () => search.move(-10),
    'directory.first': () => search.move(-Infinity),
    'directory.open': toDetail,
    'directory.find': () => field.current?.select(),
    'directory.open-now': () => search.narrow({ openNow: !search.filter.openNow }),
    'directory.has-room': () => search.narrow({ capacity: !search.filter.capacity }),
    'directory.clear': () => search.narrow(NO_FILTER),
    'directory.dial': ring,
    'directory.print': () => (search.selected === null ? false : void toFile()),
    'directory.import': () => {
      if (keeps) return openSheet('directory-import');
      say({
        tone: 'refused',
        text: 'The directory is kept by supervisors and administrators. Ask one to sign on here.',
        cause: null,
      });
    },
  });

  const empty = overview !== null && overview.inForce === null;
  return (
    <main className="directory" data-place="directory" tabIndex={-1} aria-label="Directory">
      <section className="pane directory-side" aria-label="Find a service">
        <header className="pane-head">
          <h2>Directory</h2>
          <InForce search={search} />
          {keeps && (
            <Button tone="quiet" keys="i" onClick={() => openSheet('directory-import')}>
              Import
            </Button>
          )}
        </header>
        {empty ? (
          <NoDirectory keeps={keeps} />
        ) : (
          <DirectoryFinder search={search} field={field} onEnter={toDetail} />
        )}
      </section>
      <section
        ref={detail}
        className="pane directory-detail"
        aria-label="The service"
        tabIndex={-1}
      >
        {service.view === null ? (
          <p className="teach">
            {service.missing
              ? 'This service is not in the directory any more. Look for another one.'
              : empty
                ? 'Everything about the service somebody chooses stands here then.'
                : 'Arrows choose a service in the list; Enter comes here, d dials it.'}
          </p>
        ) : (
          <ServiceDetail view={service.view}>
            <div className="button-row service-tools">
              <Button keys="Shift+P" aria-disabled={print.busy} onClick={() => void toFile()}>
                Page for the person
              </Button>
            </div>
            <Refused refusal={print.refusal ?? dial.refusal} />
            {keeps && (
              <ServiceKeeping
                key={service.view.service.serviceId}
                view={service.view}
                onDone={() => {
                  service.reload();
                  search.reload();
                }}
              />
            )}
          </ServiceDetail>
        )}
      </section>
    </main>
  );
}

function InForce({ search }: { readonly search: DirectorySearch }) {
  const inForce = search.overview?.inForce ?? null;
  if (inForce === null) return null;
  const { counts, source, adoptedAt } = inForce;
  return (
    <p className="directory-source">
      {counts.services.toLocaleString('en-US')} services · <bdi>{source}</bdi> ·{' '}
      {wallDateTime(adoptedAt, deskNow())}
    </p>
  );
}
