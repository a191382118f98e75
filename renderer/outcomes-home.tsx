import type { PastSummary } from '#shared/contract/answers.ts';
import { lazy, Suspense, useEffect, useState } from 'react';
import { may } from '#shared/roster/permission.ts';
import { ask } from './desk/ask.ts';
import { useDesk } from './desk/desk-store.ts';
import { NoticeBeside } from './parts/notice.tsx';

const UnservedSection = lazy(() =>
  import('./outcomes/unserved-section.tsx').then(({ UnservedSection }) => ({
    default: UnservedSection,
  })),
);

/** What is known of past calls. Says plainly where they come from and how few or many they are. */
export function OutcomesHome() {
  const seesLedger = useDesk(({ hello }) => {
    const role = hello?.session?.role;
    return role !== undefined && may(role, 'see-ledger');
  });
  const [past, setPast] = useState<PastSummary | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  useEffect(() => {
    void ask('past.summary', {}).then((reply) => {
      if (reply.ok) setPast(reply.value);
      else setRefused(reply.because);
    });
  }, []);
  return (
    <main className="outcomes pane" data-place="outcomes" tabIndex={-1} aria-label="Outcomes">
      <header className="pane-head">
        <h2>Outcomes</h2>
      </header>
      <div className="outcomes-body">
        {seesLedger && (
          <Suspense fallback={null}>
            <UnservedSection />
          </Suspense>
        )}
        <div className="teach">
          {refused !== null && <p role="alert">{refused}</p>}
          {past !== null && past.calls > 0 ? (
            <p>
              <strong>{past.calls.toLocaleString('en-US')}</strong> past calls are on file;{' '}
              <strong>{past.behavioral.toLocaleString('en-US')}</strong> of them were about mental
              health or substance use.
            </p>
          ) : (
            <>
              <p>
                <strong>No past calls are on file.</strong>
              </p>
              <p>
                Export them from the earlier system and take them over with the command-line tool:
              </p>
              <p>
                <code>npm run --silent desk -- import FILE --data DIR</code>
              </p>
            </>
          )}
          <p>
            <kbd>g</kbd> <kbd>q</kbd> goes back to the queue.
          </p>
        </div>
      </div>
      <NoticeBeside causes={['past.summary']} />
    </main>
  );
}
