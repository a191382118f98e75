import type { ReactNode } from 'react';
import type { ServiceView } from '#shared/board/directory-view.ts';
import { KIND_LABELS } from '#shared/directory/service-kind.ts';
import { sayAges, type ServicePhone, type ServicePlace } from '#shared/directory/service.ts';
import { Button } from '../parts/button.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import {
  capacityWords,
  costWords,
  distanceWords,
  openTone,
  openWords,
  SUBSTANCE_WORDS,
  verifiedWords,
} from './directory-words.ts';

/** Everything the directory and this center know of a service, what decides first. */
export function ServiceDetail({
  view,
  children,
}: {
  readonly view: ServiceView;
  readonly children?: ReactNode;
}) {
  const { service, line, hours, placeHours } = view;
  const { organization, cost } = service;
  return (
    <article className="service-detail" aria-labelledby="service-title">
      <header>
        <h3 id="service-title" tabIndex={-1}>
          <bdi>{service.name}</bdi>
        </h3>
        <p>
          <bdi>{organization.name || 'Organization not named'}</bdi>
          {service.program !== '' && (
            <>
              {' · '}
              <bdi>{service.program}</bdi>
            </>
          )}
          {line.kinds.length > 0 && (
            <> · {line.kinds.map((kind) => KIND_LABELS[kind]).join(', ')}</>
          )}
        </p>
        {service.alert !== '' && (
          <p className="service-alert" dir="auto">
            <strong>Notice:</strong> {service.alert}
          </p>
        )}
      </header>
      <dl className="service-now">
        <div>
          <dt>Door</dt>
          <dd className="service-open" data-tone={openTone(line)}>
            {openWords(line)}
          </dd>
        </div>
        <div>
          <dt>Room</dt>
          <dd
            className="service-capacity"
            data-state={line.capacity?.state}
            data-stale={line.capacity?.stale}
          >
            {line.capacity === null ? 'Nobody asked yet' : capacityWords(line.capacity)}
            {line.capacity !== null && line.capacity.note !== '' && (
              <span dir="auto"> · {line.capacity.note}</span>
            )}
          </dd>
        </div>
        <div>
          <dt>Checked</dt>
          <dd className="service-verified" data-old={line.verified.old}>
            {line.verified.old && <span aria-hidden="true">▲ </span>}
            {verifiedWords(line.verified)}
          </dd>
        </div>
      </dl>
      <Phones phones={line.phones} />
      {children}
      <dl className="service-facts-list">
        <Fact name="What">{service.description}</Fact>
        <Fact name="Also called">{service.otherName}</Fact>
        <Fact name="For whom">
          {[sayAges(service.ages), service.eligibility].filter(Boolean).join(' · ')}
        </Fact>
        <Fact name="How">{service.application}</Fact>
        <Fact name="Bring">{service.documents.join(', ')}</Fact>
        <Fact name="Wait">{service.waitTime}</Fact>
        <Fact name="Cost">
          {[cost.words === '' ? costWords(cost.free) : cost.words, ...cost.options]
            .filter(Boolean)
            .join(' · ')}
        </Fact>
        <Fact name="Languages">
          {[service.languages.map(({ name }) => name).join(', '), service.interpretation]
            .filter(Boolean)
            .join(' · ')}
        </Fact>
        <Lines name="Hours" lines={hours} />
        <Fact name="Areas served">{service.areas.join(', ')}</Fact>
        <Fact name="Substance use">{SUBSTANCE_WORDS[line.substanceUse]}</Fact>
        <Fact name="Contact">
          {[...service.contacts, service.email].filter(Boolean).join(' · ')}
        </Fact>
        <Fact name="Website">{service.url || organization.website}</Fact>
      </dl>
      {service.places.map((place, index) => (
        <Place
          key={place.locationId}
          place={place}
          hours={placeHours[index] ?? []}
          meters={index === 0 ? line.meters : null}
        />
      ))}
    </article>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: string }) {
  if (children === '') return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  );
}

function Lines({ name, lines }: { readonly name: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <div>
      <dt>{name}</dt>
      {lines.map((each) => (
        <dd key={each} dir="auto">
          {each}
        </dd>
      ))}
    </div>
  );
}

function Place({
  place,
  hours,
  meters,
}: {
  readonly place: ServicePlace;
  readonly hours: readonly string[];
  readonly meters: number | null;
}) {
  return (
    <section className="service-place" aria-label={place.name || 'A place'}>
      <h4>
        <bdi>{place.name || (place.virtual ? 'By phone or online' : 'Place')}</bdi>{' '}
        <span className="service-distance">{distanceWords(meters)}</span>
      </h4>
      <dl className="service-facts-list">
        <Fact name="Address">{place.address}</Fact>
        <Lines name="Hours" lines={hours} />
        <Fact name="Getting there">{place.transportation}</Fact>
        <Fact name="Access">{place.accessibility.join(', ')}</Fact>
      </dl>
    </section>
  );
}

const PHONE_WORDS: Readonly<Record<ServicePhone['kind'], string>> = {
  voice: '',
  text: 'text',
  tty: 'TTY',
  fax: 'fax',
  other: '',
};

/** Numbers with a button each; a fax has none. The first one has the key. */
function Phones({ phones }: { readonly phones: readonly ServicePhone[] }) {
  const dial = useCommand('phone.dial');
  if (phones.length === 0)
    return <p className="service-no-phone">No phone number in the directory.</p>;
  return (
    <div className="service-phones">
      <ul aria-label="Phone numbers">
        {phones.map((phone, index) => {
          const { number, extension, kind, about } = phone;
          const shown = extension === null ? number : `${number} ext. ${extension}`;
          return (
            <li key={`${shown} ${kind} ${about}`}>
              <b className="service-number">{shown}</b>
              <span dir="auto">{[PHONE_WORDS[kind], about].filter(Boolean).join(' · ')}</span>
              {kind !== 'fax' && (
                <Button
                  {...(index === 0 ? { keys: 'd' } : {})}
                  aria-disabled={dial.busy}
                  onClick={() => void dial.give({ number: shown })}
                >
                  Dial<span className="spoken"> {shown}</span>
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <Refused refusal={dial.refusal} />
    </div>
  );
}
