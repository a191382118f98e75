import { useEffect, useState } from 'react';
import type { PastSummary } from '#shared/contract/answers.ts';
import { ask } from '../desk/ask.ts';

/** How many calls were taken over from the earlier system, or how to take them over. */
export function PastCalls() {
  const [past, setPast] = useState<PastSummary | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  useEffect(() => {
    void ask('past.summary', {}).then((reply) => {
      if (reply.ok) setPast(reply.value);
      else setRefused(reply.because);
    });
  }, []);
  return (
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
          <p>Export them from the earlier system and take them over with the command-line tool:</p>
          <p>
            <code>npm run --silent desk -- import FILE --data DIR</code>
          </p>
        </>
      )}
      <p>
        <kbd>g</kbd> <kbd>q</kbd> goes back to the queue.
      </p>
    </div>
  );
}
