import { useState, type ReactNode } from 'react';
import type { PersonPage as Page } from '#shared/board/known-person-lines.ts';
import { may } from '#shared/roster/permission.ts';
import { say, useDesk } from '../desk/desk-store.ts';
import { wallDateTime } from '../desk/wall-date.ts';
import { deskNow } from '../desk/clock.ts';
import { useActions } from '../keys/actions.ts';
import { Button } from '../parts/button.tsx';
import { DetailForm } from './detail-form.tsx';
import { LinkForm } from './link-form.tsx';
import { MergeForm } from './merge-form.tsx';
import { NoteForm, PlanForm } from './note-forms.tsx';
import { PersonCalls } from './person-calls.tsx';
import { PersonDetails } from './person-details.tsx';
import { PersonNotes, PersonPlan } from './person-notes.tsx';
import { MergedRecords, SimilarPeople } from './person-others.tsx';

/** What is being written on the page; nothing covers it while somebody reads. */
type Writing = 'detail' | 'note' | 'plan' | 'call' | 'merge' | null;

export interface Section {
  readonly page: Page;
  /** Something was written: the page is asked for anew, and what was done is said. */
  readonly onDone: (text: string) => void;
}

/** One person: what they are known by, how to meet them, their calls, and who said what of them. */
export function PersonPage({
  page,
  onChanged,
}: {
  readonly page: Page;
  readonly onChanged: () => void;
}) {
  const [writing, setWriting] = useState<Writing>(null);
  const [mergeWith, setMergeWith] = useState<string>('');
  const plans = useDesk(({ hello }) => {
    const role = hello?.session?.role;
    return role !== undefined && may(role, 'phone-work');
  });
  const open = (what: Writing) => () => setWriting(what);
  const merge = (text: string) => {
    setMergeWith(text);
    setWriting('merge');
  };
  useActions({
    escape: () => {
      if (writing === null) return false;
      setWriting(null);
    },
    'people.detail': open('detail'),
    note: open('note'),
    'people.call': open('call'),
    'people.merge': () => merge(''),
    ...(plans ? { 'people.plan': open('plan') } : {}),
  });
  const section: Section = {
    page,
    onDone: (text) => {
      setWriting(null);
      say({ tone: 'done', text, cause: null });
      onChanged();
    },
  };
  const back = open(null);
  const forms: Readonly<Record<NonNullable<Writing>, ReactNode>> = {
    detail: <DetailForm {...section} onBack={back} />,
    note: <NoteForm {...section} onBack={back} />,
    plan: <PlanForm {...section} onBack={back} />,
    call: <LinkForm {...section} onBack={back} />,
    merge: <MergeForm key={mergeWith} {...section} with={mergeWith} onBack={back} />,
  };
  return (
    <>
      <header className="pane-head person-head">
        <h2>
          <bdi>{page.label}</bdi> <small>person {page.number}</small>
        </h2>
        <div className="button-row">
          <Button tone="quiet" keys="a" onClick={open('detail')}>
            Known by
          </Button>
          <Button tone="quiet" keys="m" onClick={open('note')}>
            Approach note
          </Button>
          {plans && (
            <Button tone="quiet" keys="s" onClick={open('plan')}>
              Next time
            </Button>
          )}
          <Button tone="quiet" keys="c" onClick={open('call')}>
            Link a call
          </Button>
          <Button tone="quiet" keys="Shift+M" onClick={() => merge('')}>
            Merge
          </Button>
        </div>
      </header>
      <div className="person-body">
        {writing !== null && forms[writing]}
        <div className="person-columns">
          <div>
            <PersonPlan {...section} />
            <PersonNotes {...section} />
            <PersonCalls {...section} />
          </div>
          <div>
            <PersonDetails {...section} />
            <SimilarPeople {...section} onMerge={merge} />
            <MergedRecords {...section} />
            <History page={page} />
          </div>
        </div>
      </div>
    </>
  );
}

function History({ page: { history, registeredAt, registeredBy } }: { readonly page: Page }) {
  const now = deskNow();
  return (
    <section aria-label="History">
      <h3>Who said what</h3>
      <ol className="person-history">
        {history.map(({ seq, at, byName, text }) => (
          <li key={seq}>
            <time dateTime={at}>{wallDateTime(at, now)}</time>
            <span dir="auto">{text}</span>
            <small>
              <bdi>{byName}</bdi>
            </small>
          </li>
        ))}
      </ol>
      {history.length === 0 && (
        <p>
          Registered {wallDateTime(registeredAt, now)} by <bdi>{registeredBy}</bdi>
        </p>
      )}
    </section>
  );
}
