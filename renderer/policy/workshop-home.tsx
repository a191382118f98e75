import { useEffect } from 'react';
import type { Policy } from '#shared/policy/policy.ts';
import { clearNotice, openSheet } from '../desk/desk-store.ts';
import { useActions } from '../keys/actions.ts';
import { isTextField } from '../keys/places.ts';
import '../style/policy.css';
import { ProblemList } from './changes-panel.tsx';
import { CallTypesTable } from './call-types-table.tsx';
import { DraftTools } from './draft-tools.tsx';
import { FactsTable } from './facts-table.tsx';
import { LimitsTable } from './limits-table.tsx';
import { PhoneTable } from './phone-table.tsx';
import { PromisesTable } from './promises-table.tsx';
import { ReceiversTable } from './receivers-table.tsx';
import { ResponsesTable } from './responses-table.tsx';
import { RulesTable } from './rules-table.tsx';
import { SectionNav, SECTION_LABELS } from './section-nav.tsx';
import { SidePanels } from './side-panels.tsx';
import { TableActions } from './table-actions.tsx';
import { TeamsTable } from './teams-table.tsx';
import { openWorkshop, runWhatIf } from './workshop-exchange.ts';
import { WorkshopHeader } from './workshop-header.tsx';
import {
  redo,
  SECTIONS,
  showSection,
  undo,
  useDraftPolicy,
  useWorkshop,
  workshopStore,
  type Section,
} from './workshop-store.ts';

/** Where a supervisor writes the policy, sees it proved while writing, and puts it to a second one. */
export function WorkshopHome() {
  const workshop = useWorkshop((state) => state.workshop);
  const refusal = useWorkshop((state) => state.refusal);
  const spoken = useWorkshop((state) => state.spoken);
  useEffect(openWorkshop, []);
  useWorkshopKeys();
  return (
    <main className="workshop" data-place="policy" aria-label="Policy workshop" tabIndex={-1}>
      <h2 className="spoken">Policy workshop</h2>
      <p className="spoken" role="status" aria-live="polite">
        {spoken}
      </p>
      {workshop === null ? (
        <div className="teach">
          {refusal === null ? (
            <p>The policy is being fetched.</p>
          ) : (
            <p role="alert">
              <strong>Not done.</strong> {refusal}
            </p>
          )}
        </div>
      ) : (
        <>
          <WorkshopHeader workshop={workshop} />
          <Tables />
        </>
      )}
    </main>
  );
}

function Tables() {
  const policy = useDraftPolicy();
  const section = useWorkshop((state) => state.section);
  const problems = useWorkshop((state) => state.examination?.problems ?? null);
  useFirstCell(policy !== null);
  return (
    <div className="workshop-body">
      {policy === null ? (
        <div className="workshop-unreadable">
          <h3>This document cannot be shown as tables</h3>
          <p>
            Something it is made of is missing. Nothing is lost: <kbd>Ctrl+Z</kbd> goes back to what
            was here before, “Start over” takes the policy in force.
          </p>
          {problems !== null && <ProblemList problems={problems} />}
          <DraftTools />
        </div>
      ) : (
        <>
          <SectionNav policy={policy} />
          <div className="workshop-center" key={section}>
            <section className="workshop-table" aria-label={SECTION_LABELS[section]}>
              <TableOf section={section} policy={policy} />
            </section>
            <TableActions section={section} />
          </div>
        </>
      )}
      <SidePanels />
    </div>
  );
}

function TableOf({ section, policy }: { readonly section: Section; readonly policy: Policy }) {
  switch (section) {
    case 'rules':
      return <RulesTable policy={policy} />;
    case 'facts':
      return <FactsTable policy={policy} />;
    case 'responses':
      return <ResponsesTable policy={policy} />;
    case 'teams':
      return <TeamsTable policy={policy} />;
    case 'call-types':
      return <CallTypesTable policy={policy} />;
    case 'promises':
      return <PromisesTable policy={policy} />;
    case 'limits':
      return <LimitsTable policy={policy} />;
    case 'phone':
      return <PhoneTable policy={policy} />;
    case 'receivers':
      return <ReceiversTable policy={policy} />;
  }
}

/** The table has the keys once it is there, and again in each section. */
function useFirstCell(shown: boolean): void {
  const section = useWorkshop((state) => state.section);
  useEffect(() => {
    if (!shown || workshopStore.getState().cell !== null) return;
    const focused = document.activeElement;
    const inNav = focused?.closest('.workshop-nav') != null;
    if (focused === document.body || inNav || focused === null)
      document.querySelector<HTMLElement>('.workshop-table td[tabindex="0"]')?.focus();
  }, [shown, section]);
}

function useWorkshopKeys(): void {
  // In a text field undo is that of the field.
  const overall = (act: () => boolean) => () =>
    isTextField(document.activeElement) || !act() ? false : undefined;
  const waiting = useWorkshop((state) => state.workshop?.proposal != null);
  const behind = useWorkshop((state) => state.workshop?.stepBack != null);
  useActions({
    'policy.undo': overall(() => undo() && (clearNotice(), true)),
    'policy.redo': overall(redo),
    'policy.what-if': () => void runWhatIf(),
    'policy.publish': () => openSheet('policy-publish'),
    'policy.history': () => openSheet('policy-history'),
    'policy.proposal': () => (waiting ? openSheet('policy-proposal') : false),
    'policy.step-back': () => (behind ? openSheet('policy-step-back') : false),
    ...Object.fromEntries(
      SECTIONS.map((section, at) => [`policy.section-${at + 1}`, () => showSection(section)]),
    ),
  });
}
