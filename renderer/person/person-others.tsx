import { useRef, useState } from 'react';
import type { MergedLine } from '#shared/board/known-person-lines.ts';
import { STRENGTH_LABELS } from '#shared/person/match-person.ts';
import { useActions } from '../keys/actions.ts';
import { Button } from '../parts/button.tsx';
import { ReasonForm } from '../sheets/reason-form.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { EvidenceList } from './candidate.tsx';
import { showPerson } from './people-store.ts';
import type { Section } from './person-page.tsx';

/** Others who may be the same person: merged, or said to be two, by a human. */
export function SimilarPeople({
  page: { personId, similar },
  onDone,
  onMerge,
}: Section & { readonly onMerge: (text: string) => void }) {
  const apart = useCommand('person.tell-apart');
  if (similar.length === 0) return null;
  async function areTwo(other: (typeof similar)[number]) {
    if ((await apart.give({ personId, other: other.personId })) !== null)
      onDone(`They are two. ${other.label} is not suggested here again.`);
  }
  return (
    <section aria-label="May be the same person">
      <h3>May be the same person</h3>
      <Refused refusal={apart.refusal} />
      <ul className="person-similar">
        {similar.map((other) => (
          <li key={other.personId}>
            <p>
              <strong>
                {STRENGTH_LABELS[other.strength]}: <bdi>{other.label}</bdi>
              </strong>{' '}
              <small>person {other.number}</small>
            </p>
            <p className="person-aside">{other.because}</p>
            <EvidenceList evidence={other.evidence} />
            <div className="button-row">
              <Button tone="quiet" onClick={() => onMerge(`#${other.number}`)}>
                Merge<span className="spoken"> with person {other.number}</span>
              </Button>
              <Button tone="quiet" onClick={() => void areTwo(other)}>
                They are two<span className="spoken">: person {other.number}</span>
              </Button>
              <Button tone="quiet" onClick={() => showPerson(other.personId)}>
                Their page<span className="spoken">: person {other.number}</span>
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Records that were merged into this person: each can be taken apart again, and gets back what it had. */
export function MergedRecords({ page: { merged }, onDone }: Section) {
  const [apart, setApart] = useState<MergedLine | null>(null);
  const form = { subject: `person/${apart?.personId ?? ''}`, form: 'apart' };
  const unmerge = useCommand('person.unmerge', form);
  const section = useRef<HTMLElement>(null);
  useActions({
    'people.unmerge': () => {
      const last = merged.at(-1);
      if (last === undefined) return false;
      setApart(last);
    },
  });
  if (merged.length === 0) return null;
  async function because(reason: string) {
    if (apart === null) return;
    if ((await unmerge.give({ absorbed: apart.personId, reason })) === null) return;
    setApart(null);
    onDone(`Person ${apart.number} stands for themself again, with everything they had.`);
  }
  return (
    <section ref={section} aria-label="Merged">
      <h3>Merged into this person</h3>
      <ul className="person-lines">
        {merged.map((each) => (
          <li key={each.personId}>
            <span className="person-kind">Person {each.number}</span>
            <span className="person-says">
              <bdi>{each.label}</bdi>
            </span>
            {apart?.personId === each.personId ? (
              <ReasonForm
                form={form}
                label="Why they are two"
                hint="Each gets back what it had, and keeps what was added to it since."
                refusal={unmerge.refusal}
                busy={unmerge.busy}
                does="Take apart"
                back="Back"
                onReason={(reason) => void because(reason)}
                onBack={() => setApart(null)}
              />
            ) : (
              <Button
                tone="quiet"
                keys={each === merged.at(-1) ? 'Shift+U' : undefined}
                onClick={() => setApart(each)}
              >
                Take apart<span className="spoken">: person {each.number}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
