import type { Refusal } from '#shared/lib/refusal.ts';
import './refused.css';

/** Main's sentence, beside what it refused. Said aloud when it appears. */
export function Refused({ refusal }: { readonly refusal: Refusal | null }) {
  return (
    <div role="alert" className="refused">
      {refusal !== null && (
        <p>
          <strong>Not done.</strong> {refusal.because}
        </p>
      )}
    </div>
  );
}
