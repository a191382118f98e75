import type { PrintedService } from '#shared/paper/to-print.ts';
import { sayAges, type ServicePhone } from '#shared/directory/service.ts';
import '../style/plan-page.css';
import '../style/service-page.css';

/** One page in large type for whoever goes there: what it is, where, when, and whom to call. No name of theirs. */
export function ServicePage({ printed }: { readonly printed: PrintedService }) {
  const { view, center, training, at, timeZone } = printed;
  const { service, line, hours, placeHours } = view;
  const date = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone }).format(
    new Date(at),
  );
  const who = [sayAges(service.ages), service.eligibility].filter((part) => part !== '').join('. ');
  return (
    <article className="plan-page service-page">
      <header>
        <h1 dir="auto">{service.name}</h1>
        <p>
          <bdi>{service.organization.name}</bdi> · {date}
          {training && ' · TRAINING, an invented place'}
        </p>
      </header>
      <p dir="auto">{service.description}</p>
      <dl>
        <Numbers phones={line.phones} />
        {service.places.map((place, index) => (
          <div key={place.locationId}>
            <dt>Where</dt>
            <dd dir="auto">
              {[place.name, place.address].filter((part) => part !== '').join(', ')}
            </dd>
            {(placeHours[index] ?? []).map((each) => (
              <dd key={each} dir="auto">
                {each}
              </dd>
            ))}
            {place.transportation !== '' && <dd dir="auto">{place.transportation}</dd>}
            {place.accessibility.length > 0 && <dd dir="auto">{place.accessibility.join(', ')}</dd>}
          </div>
        ))}
        <Lines name="When" lines={hours} />
        <Lines name="For whom" lines={[who]} />
        <Lines name="How to start" lines={[service.application]} />
        <Lines name="Bring along" lines={service.documents} />
        <Lines
          name="Cost"
          lines={[
            service.cost.words || (service.cost.free === true ? 'Free' : ''),
            ...service.cost.options,
          ]}
        />
        <Lines
          name="Languages"
          lines={[service.languages.map(({ name }) => name).join(', '), service.interpretation]}
        />
        <Lines name="More" lines={[service.url, service.email]} />
      </dl>
      <footer>
        <p>
          <strong>Hours and room can change: call before you go.</strong> In danger now:{' '}
          <strong>911</strong>. To talk at any hour: <strong>988</strong>.
        </p>
        <p className="plan-page-from">
          From the directory of <bdi>{center}</bdi>.
        </p>
      </footer>
    </article>
  );
}

function Numbers({ phones }: { readonly phones: readonly ServicePhone[] }) {
  const dialed = phones.filter(({ kind }) => kind !== 'fax');
  if (dialed.length === 0) return null;
  return (
    <div>
      <dt>Phone</dt>
      {dialed.map(({ number, extension, about, kind }) => (
        <dd key={`${number} ${extension} ${kind}`} dir="auto">
          <strong>{extension === null ? number : `${number} ext. ${extension}`}</strong>
          {about !== '' && ` ${about}`}
        </dd>
      ))}
    </div>
  );
}

function Lines({ name, lines }: { readonly name: string; readonly lines: readonly string[] }) {
  const said = lines.filter((line) => line !== '');
  if (said.length === 0) return null;
  return (
    <div>
      <dt>{name}</dt>
      {said.map((line) => (
        <dd key={line} dir="auto">
          {line}
        </dd>
      ))}
    </div>
  );
}
