import { useRef, useState } from 'react';
import type { ClinicalWork } from '#shared/board/clinical-work.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import {
  EMPTY_PLAN,
  isEmptyPlan,
  linesOf,
  PLAN_STEPS,
  samePlan,
} from '#shared/plan/safety-plan.ts';
import type { PlanStepId, SafetyPlan } from '#shared/plan/safety-plan.ts';
import { useDraft } from '../desk/drafts.ts';
import { wallTime } from '../desk/wall-time.ts';
import { useActions } from '../keys/actions.ts';
import { Button } from '../parts/button.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { subjectOf } from './note-drafts.ts';
import { PlanStep } from './plan-step.tsx';

/** The six steps, one line each entry. Kept while typed; the whole plan goes on the record as one version. */
export function PlanSteps({
  incidentId,
  work,
  onRead,
  onPrint,
}: {
  readonly incidentId: IncidentId;
  readonly work: ClinicalWork;
  readonly onRead: () => void;
  readonly onPrint: () => void;
}) {
  const subject = subjectOf(incidentId);
  const [latest, ...earlier] = work.plans;
  const saved = latest?.value ?? EMPTY_PLAN;
  const draft = useDraft(subject, 'plan', JSON.stringify(saved));
  const texts = readTexts(draft.text, saved);
  const plan = planOf(texts);
  const changed = !samePlan(plan, saved);
  const write = useCommand('safety-plan.write');
  /** The step worked on last. */
  const [at, setAt] = useState<PlanStepId | null>(null);
  const area = useRef<HTMLElement>(null);
  /** The version it was typed over. */
  const [over, setOver] = useState(latest?.seq ?? null);

  function type(step: PlanStepId, text: string) {
    if (!changed) setOver(latest?.seq ?? null);
    draft.type(JSON.stringify({ ...texts, [step]: text.split('\n') }));
  }

  async function record(writtenOver = over) {
    const done = await write.give({ incidentId, plan, over: writtenOver });
    if (done !== null) draft.settle();
  }
  useActions({
    'notes.record': () => {
      if (area.current?.contains(document.activeElement) !== true) return false;
      void record();
    },
    'notes.phrase': () => false,
  });
  return (
    <section ref={area} className="plan-part" aria-label="Safety plan">
      <h3>Safety plan</h3>
      <p className="field-hint">
        In the person’s own words, one line each. Kept while you type; Ctrl+Enter puts the plan on
        the record.
      </p>
      <ol className="plan-steps">
        {PLAN_STEPS.map(({ id, heading, asks }) => (
          <PlanStep
            key={id}
            heading={heading}
            asks={asks}
            text={texts[id].join('\n')}
            suggestions={work.suggestions[id].filter((each) => !plan[id].includes(each))}
            offered={at === id}
            onText={(text) => type(id, text)}
            onEnter={() => setAt(id)}
          />
        ))}
      </ol>
      <p className="plan-state" role="status">
        {changed ? (
          <span className="note-typed">Typed, not on the record</span>
        ) : latest === undefined ? (
          'Nothing on the record yet.'
        ) : (
          <>
            On the record {wallTime(latest.at)}, <bdi>{latest.by}</bdi>
            {earlier.length > 0 && ` · version ${earlier.length + 1}`}
          </>
        )}
        {work.given.map(({ how, at: when }) => (
          <span key={`${how} ${when}`}>
            {' '}
            · {how === 'printed' ? 'printed' : 'read aloud'} {wallTime(when)}
          </span>
        ))}
      </p>
      <Refused refusal={write.refusal} />
      {write.refusal?.refused === 'written-meanwhile' && latest !== undefined && (
        <div className="button-row">
          <Button
            onClick={() => {
              setOver(latest.seq);
              void record(latest.seq);
            }}
          >
            Mine takes its place
          </Button>
          <Button
            onClick={() => {
              draft.type(JSON.stringify(saved));
              write.forget();
            }}
          >
            Keep theirs
          </Button>
        </div>
      )}
      <div className="button-row">
        <Button
          tone={changed ? 'primary' : 'plain'}
          keys="Ctrl+Enter"
          aria-disabled={!changed || write.busy}
          onClick={() => void (changed && record())}
        >
          Put on the record
        </Button>
        <Button aria-disabled={isEmptyPlan(saved)} onClick={onRead}>
          Read aloud
        </Button>
        <Button keys="Shift+P" aria-disabled={isEmptyPlan(saved)} onClick={onPrint}>
          Preview and print
        </Button>
      </div>
    </section>
  );
}

/** As typed: a line that is begun stays, also while it is empty. */
type Texts = SafetyPlan;

function readTexts(text: string, otherwise: SafetyPlan): Texts {
  try {
    return { ...EMPTY_PLAN, ...(JSON.parse(text) as Texts) };
  } catch {
    return otherwise;
  }
}

function planOf(texts: Texts): SafetyPlan {
  const lines = (step: PlanStepId) => linesOf(texts[step].join('\n'));
  return {
    signs: lines('signs'),
    own: lines('own'),
    company: lines('company'),
    ask: lines('ask'),
    professionals: lines('professionals'),
    safer: lines('safer'),
  };
}
