import type { ReactNode } from 'react';
import { ChangesInWords, ProblemList } from './changes-panel.tsx';
import { ProofPanel } from './proof-panel.tsx';
import { WhatIfPanel } from './what-if-panel.tsx';
import { useDraftPolicy, useWorkshop } from './workshop-store.ts';

/** What can be said of the draft, always in sight: changes in words, the proof, past calls. */
export function SidePanels() {
  const examination = useWorkshop((state) => state.examination);
  const fresh = useWorkshop((state) => state.examined === state.document);
  const policy = useDraftPolicy();
  const verdict = examination?.verdict ?? null;
  const problems = examination?.problems ?? [];
  return (
    <aside className="workshop-side" aria-label="What the draft means" data-fresh={fresh}>
      {problems.length > 0 && (
        <Panel title="To solve first" count={problems.length}>
          <ProblemList problems={problems} />
        </Panel>
      )}
      <Panel title="Changes in words" count={examination?.differences.length ?? 0}>
        {problems.length > 0 ? (
          <p className="panel-empty">Said as soon as the draft is readable as a policy.</p>
        ) : (
          <ChangesInWords differences={examination?.differences ?? []} jumps />
        )}
      </Panel>
      <Panel title="Proof" count={verdict?.violations.length ?? 0}>
        {verdict !== null ? (
          <ProofPanel verdict={verdict} policy={policy} jumps />
        ) : (
          <p className="panel-empty">
            {problems.length > 0
              ? 'Proved as soon as it is readable as a policy.'
              : 'The draft is being proved.'}
          </p>
        )}
      </Panel>
      <Panel title="What if: past calls" count={0}>
        <WhatIfPanel />
      </Panel>
    </aside>
  );
}

function Panel({
  title,
  count,
  children,
}: {
  readonly title: string;
  readonly count: number;
  readonly children: ReactNode;
}) {
  return (
    <section className="side-panel" aria-label={title}>
      <h3>
        {title}
        {count > 0 && <span className="count">{count}</span>}
      </h3>
      {children}
    </section>
  );
}
