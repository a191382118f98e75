import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import {
  isFiltered,
  NO_FILTER,
  type AuditFilter,
  type AuditLine,
  type AuditStanding,
} from '#shared/audit/audit-view.ts';
import { ask, tell } from '../desk/ask.ts';
import { say } from '../desk/desk-store.ts';
import { sayDone } from '../desk/on-record.ts';
import { NOTHING, useAsked } from '../desk/use-asked.ts';
import { useActions } from '../keys/actions.ts';
import { openIncident } from '../keys/open-incident.ts';
import { Button } from '../parts/button.tsx';
import { Keys } from '../parts/kbd.tsx';
import { VirtualListbox } from '../parts/virtual-listbox.tsx';
import { Refused } from '../sheets/refused.tsx';
import { AuditEntry } from './audit-entry.tsx';
import { AuditFilterBar, type FilterFields } from './audit-filter.tsx';
import { auditRowId, AuditRow } from './audit-row.tsx';
import { ChainPart } from './chain-part.tsx';
import { SigningKey } from './signing-key.tsx';
import { useAudit } from './use-audit.ts';
import './audit.css';

const ROW = 34;
const NONE: readonly AuditLine[] = [];
/** Lines before the end at which the next ones are fetched. */
const NEAR_THE_END = 40;

/** Again and again only while the chain is checked. */
const WHILE_CHECKED = {
  pause: (standing: AuditStanding | null) => (standing?.check.state === 'running' ? 300 : null),
};

/** Who did, read and let go what, and whether the record is whole. */
export function AuditHome() {
  const { filter, setFilter, lines, more, refusal, goOn, again } = useAudit();
  const { view: standing, look } = useAsked('audit.standing', NOTHING, WHILE_CHECKED);
  const [chosen, setChosen] = useState<number | null>(null);
  const [renewing, setRenewing] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const fields = useRef<FilterFields>(null);
  const shown = lines ?? NONE;
  // Thousands may be here: they are gone through when they change, not whenever something is drawn.
  const at = useMemo(
    () =>
      Math.max(
        0,
        shown.findIndex(({ seq }) => seq === chosen),
      ),
    [shown, chosen],
  );
  const keyOf = useCallback((index: number) => String(shown[index]?.seq ?? index), [shown]);
  /** What is shown beside the list and stands somewhere else in it. */
  const [apart, setApart] = useState<AuditLine | null>(null);
  const line = apart ?? shown[at];
  const showApart = async (seq: number) => {
    const reply = await ask('audit.entry', { seq });
    if (reply.ok && reply.value !== null) setApart(reply.value.line);
    else if (reply.ok)
      say({ tone: 'refused', text: `Entry ${seq} is not there any more.`, cause: null });
    else say({ tone: 'refused', text: reply.because, cause: null });
  };
  const choose = (seq: number) => {
    setApart(null);
    setChosen(seq);
  };
  const nothing = useRef<HTMLDivElement>(null);
  /** Another question begins at its newest entry. */
  const filterBy = (next: AuditFilter) => {
    setApart(null);
    setChosen(null);
    setFilter(next);
  };

  const toList = () => list.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus();
  function move(to: number) {
    const next = shown[Math.min(shown.length - 1, Math.max(0, to))];
    if (next === undefined) return;
    choose(next.seq);
    if (to > shown.length - NEAR_THE_END) goOn();
    toList();
  }
  const check = async () => {
    await tell('audit.check', {});
    look();
  };
  const [exporting, setExporting] = useState(false);
  const exportShown = async () => {
    if (exporting) return;
    setExporting(true);
    const done = await tell('audit.export', { filter });
    setExporting(false);
    if (done === null) return;
    sayDone(`The signed audit is in ${done.made ?? 'its folder'}.`, done);
    look();
  };
  const printKey = async () => {
    const done = await tell('audit.print-key', {});
    if (done !== null)
      say({ tone: 'done', text: `The page is in ${done.made ?? 'its folder'}.`, cause: null });
  };
  useActions({
    'audit.next': () => move(at + 1),
    'audit.previous': () => move(at - 1),
    'audit.page-down': () => move(at + 10),
    'audit.page-up': () => move(at - 10),
    'audit.first': () => move(0),
    'audit.open': () => (line?.incident == null ? false : openIncident(line.incident.incidentId)),
    'audit.by': () => fields.current?.by(),
    'audit.group': () => fields.current?.group(),
    'audit.number': () => fields.current?.number(),
    'audit.days': () => fields.current?.days(),
    'audit.failed': () => filterBy({ ...filter, failedOnly: !filter.failedOnly }),
    'audit.everything': () => filterBy(NO_FILTER),
    'audit.again': again,
    'audit.check': () => void check(),
    'audit.export': () => void exportShown(),
    'audit.renew-key': () => setRenewing(true),
    'audit.print-key': () => void printKey(),
  });
  const has = shown.length > 0;
  useEffect(() => {
    if (document.activeElement !== document.body) return;
    if (has) toList();
    else nothing.current?.focus();
  }, [has]);

  return (
    <main className="audit" data-place="audit" aria-label="Audit">
      <section className="pane audit-found" aria-label="Entries">
        <header className="pane-head">
          <h2>Audit</h2>
          {standing !== null && (
            <p className="audit-count">
              {isFiltered(filter) && 'Some of '}
              {standing.entries.toLocaleString('en-US')} entries
            </p>
          )}
          {isFiltered(filter) && (
            <Button keys="0" onClick={() => filterBy(NO_FILTER)}>
              Show everything
            </Button>
          )}
          <Button tone="quiet" keys="r" onClick={again}>
            {refusal === null ? 'Look again' : 'Try again'}
          </Button>
          <Button
            tone="quiet"
            keys="e"
            aria-disabled={exporting}
            onClick={() => void exportShown()}
          >
            {exporting ? 'Being signed…' : 'Export, signed'}
          </Button>
          <span className="spoken" role="status">
            {exporting && 'The audit is being written and signed.'}
          </span>
        </header>
        <AuditFilterBar
          ref={fields}
          filter={filter}
          people={standing?.people ?? []}
          onFilter={filterBy}
          onEnter={toList}
        />
        <Refused refusal={refusal} />
        {lines === null ? (
          refusal === null && <p className="teach">Fetching the entries…</p>
        ) : has ? (
          // Never the same element as the one below: it would keep the focus when it became a frame.
          <div
            key="entries"
            ref={list}
            className="audit-frame"
            onScrollCapture={({ target }) => {
              if (target instanceof HTMLElement && isNearEnd(target)) goOn();
            }}
          >
            <VirtualListbox
              className="audit-list"
              label={`${shown.length}${more ? ' and more' : ''} entries, newest first`}
              count={shown.length}
              selected={shown[at] === undefined ? null : String(shown[at].seq)}
              at={at}
              domId={auditRowId}
              keyOf={keyOf}
              heightOf={rowHeight}
              overscan={12}
              tall={800}
              row={(index) => {
                const each = shown[index];
                return each === undefined ? null : (
                  <AuditRow
                    line={each}
                    position={index + 1}
                    total={more ? -1 : shown.length}
                    selected={index === at}
                    onSelect={choose}
                  />
                );
              }}
            />
          </div>
        ) : (
          <div key="none" ref={nothing} className="teach" role="status" tabIndex={-1}>
            <p>
              No entry is like that. <Keys keys="0" /> shows everything again.
            </p>
          </div>
        )}
      </section>
      <div className="audit-side">
        {line !== undefined && <AuditEntry key={line.seq} line={line} />}
        <ChainPart
          standing={standing}
          onCheck={() => void check()}
          onShow={(seq) => void showApart(seq)}
        >
          <SigningKey
            keys={standing?.keys ?? []}
            renewing={renewing}
            onRenew={setRenewing}
            onPrint={() => void printKey()}
            onRenewed={() => {
              setRenewing(false);
              look();
            }}
          />
        </ChainPart>
      </div>
    </main>
  );
}

function rowHeight(): number {
  return ROW;
}

function isNearEnd({ scrollTop, clientHeight, scrollHeight }: HTMLElement): boolean {
  return scrollHeight - scrollTop - clientHeight < NEAR_THE_END * ROW;
}
