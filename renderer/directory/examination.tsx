import type { ChangedService, DirectoryExamination } from '#shared/board/directory-view.ts';
import type { DirectoryFormat } from '#shared/directory/directory-events.ts';
import type { Finding } from '#shared/directory/rows.ts';

const FORMATS: Readonly<Record<DirectoryFormat, string>> = {
  'hsds-json': 'HSDS 3.0, JSON',
  'hsds-csv': 'HSDS 3.0, CSV',
  'ohana-csv': 'the older CSV set (Ohana)',
};

/** What a file holds, what is wrong with it, and what would change: read before anybody adopts it. */
export function Examination({ seen }: { readonly seen: DirectoryExamination }) {
  const { counts, format, whole, changes } = seen;
  return (
    <div className="examination">
      <p>
        {FORMATS[format]}: <b>{counts.services}</b> services of <b>{counts.organizations}</b>{' '}
        organizations at <b>{counts.locations}</b> locations
        {whole ? '.' : ', laid over what is in force.'}
      </p>
      {seen.faultCount > 0 ? (
        <Findings
          title={`${seen.faultCount} ${seen.faultCount === 1 ? 'fault' : 'faults'}. Nothing was changed.`}
          list={seen.faults}
          wrong
        />
      ) : (
        <>
          <p className="examination-sums">
            <b>{changes.added}</b> new · <b>{changes.changed}</b> changed · <b>{changes.gone}</b>{' '}
            gone
          </p>
          <Changes title="Gone" of={changes.gone} list={seen.gone} open />
          <Changes title="Changed" of={changes.changed} list={seen.changed} />
          <Changes title="New" of={changes.added} list={seen.added} />
        </>
      )}
      {seen.warningCount > 0 && (
        <Findings
          title={`${seen.warningCount} ${seen.warningCount === 1 ? 'remark' : 'remarks'}`}
          list={seen.warnings}
          wrong={false}
        />
      )}
    </div>
  );
}

function Findings({
  title,
  list,
  wrong,
}: {
  readonly title: string;
  readonly list: readonly Finding[];
  readonly wrong: boolean;
}) {
  const rows = (
    <ol>
      {list.slice(0, 100).map(({ file, row, why }, index) => (
        // Two rows may have the same fault.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index} dir="auto">
          <b>
            {file}, row {row}:
          </b>{' '}
          {why}
        </li>
      ))}
    </ol>
  );
  if (wrong)
    return (
      <div role="alert" className="examination-faults">
        <p>
          <strong>{title}</strong>
        </p>
        {rows}
      </div>
    );
  return (
    <details>
      <summary>{title}</summary>
      {rows}
    </details>
  );
}

function Changes({
  title,
  of,
  list,
  open = false,
}: {
  readonly title: string;
  readonly of: number;
  readonly list: readonly ChangedService[];
  readonly open?: boolean;
}) {
  if (of === 0) return null;
  return (
    <details open={open}>
      <summary>
        {title}: {of}
      </summary>
      <ul>
        {list.map(({ serviceId, name, organization, what }) => (
          <li key={serviceId}>
            <bdi>{name}</bdi> · <bdi>{organization}</bdi>
            {what.length > 0 && <span className="examination-what"> {what.join(', ')}</span>}
          </li>
        ))}
        {of > list.length && <li>and {of - list.length} more</li>}
      </ul>
    </details>
  );
}
