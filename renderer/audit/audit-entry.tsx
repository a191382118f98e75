import { useEffect, useState } from 'react';
import { AUDIT_GROUP_LABELS } from '#shared/audit/audit-group.ts';
import type { AuditEntryView, AuditLine, WordsState } from '#shared/audit/audit-view.ts';
import { PARTITION_LABELS } from '#shared/partition/partition.ts';
import { ask } from '../desk/ask.ts';
import { deskNow } from '../desk/clock.ts';
import { wallDateTime } from '../desk/wall-date.ts';
import { openIncident } from '../keys/open-incident.ts';
import { Button } from '../parts/button.tsx';

const WORDS: Readonly<Record<WordsState, string>> = {
  kept: 'are kept apart',
  withheld: 'are kept apart, and withheld from you',
  gone: 'are no more',
};

/** One entry with what proves it, and without its protected words. */
export function AuditEntry({ line }: { readonly line: AuditLine }) {
  const [entry, setEntry] = useState<AuditEntryView | null>(null);
  useEffect(() => {
    let gone = false;
    void ask('audit.entry', { seq: line.seq }).then((reply) => {
      if (!gone && reply.ok) setEntry(reply.value);
    });
    return () => {
      gone = true;
    };
  }, [line.seq]);
  const { seq, at, byName, position, says, detail, group, incident } = line;
  return (
    <section className="pane audit-entry" aria-label="Entry">
      <header className="pane-head">
        <h2>Entry {seq.toLocaleString('en-US')}</h2>
        {incident !== null && (
          <Button tone="quiet" keys="Enter" onClick={() => openIncident(incident.incidentId)}>
            Incident {incident.number}
          </Button>
        )}
      </header>
      <p className="audit-says">
        <strong>{says}</strong>
        {detail !== '' && <span dir="auto">{detail}</span>}
      </p>
      <dl>
        <dt>When</dt>
        <dd>
          <time dateTime={at}>{wallDateTime(at, deskNow())}</time> <small>{at}</small>
        </dd>
        <dt>Who</dt>
        <dd>
          <bdi>{byName}</bdi> at {position}
        </dd>
        <dt>Group</dt>
        <dd>{AUDIT_GROUP_LABELS[group]}</dd>
        {entry !== null && <Proof entry={entry} />}
      </dl>
      {entry?.body != null && (
        <>
          <p className="audit-as" aria-hidden="true">
            As it was written
          </p>
          {/* Longer ones scroll, and the keyboard has to reach that. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <pre tabIndex={0} aria-label="As it was written">
            {entry.body}
          </pre>
        </>
      )}
    </section>
  );
}

function Proof({ entry }: { readonly entry: AuditEntryView }) {
  const { type, stream, hash, before, sealed, words } = entry;
  return (
    <>
      <dt>Event</dt>
      <dd>
        {type} <small>in {stream}</small>
      </dd>
      {words !== null && (
        <>
          <dt>Words</dt>
          <dd>
            {PARTITION_LABELS[words.partition]}: they {WORDS[words.are]}
          </dd>
        </>
      )}
      <dt>Seal</dt>
      <dd data-broken={!sealed}>
        {sealed ? '✓ as it was written' : '✕ does not match: the entry was changed'}
        <code>{hash}</code>
      </dd>
      <dt>Before it</dt>
      <dd>
        <code>{before}</code>
      </dd>
    </>
  );
}
