import { useEffect, useState } from 'react';
import type { Output } from '#shared/contract/console-contract.ts';
import type { Period } from '#shared/outcomes/period.ts';
import { ask } from '../desk/ask.ts';
import { ChannelTable } from './channel-table.tsx';
import { InsteadOf911 } from './instead-of-911.tsx';
import { LinkageNumbers } from './linkage-numbers.tsx';
import { LinkageSteps } from './linkage-steps.tsx';
import { PartnerTable } from './partner-table.tsx';
import '../style/linkage.css';

interface Asked {
  /** Null until it is here; what stands stays while other days are counted. */
  readonly figures: Output<'outcomes.linkage'> | null;
  readonly refused: string | null;
}

function useLinkage({ from, to }: Period): Asked {
  const [asked, setAsked] = useState<Asked>({ figures: null, refused: null });
  useEffect(() => {
    let gone = false;
    void ask('outcomes.linkage', { period: { from, to } }).then((reply) => {
      if (gone) return;
      setAsked((before) =>
        reply.ok ? { figures: reply.value, refused: null } : { ...before, refused: reply.because },
      );
    });
    return () => {
      gone = true;
    };
  }, [from, to]);
  return asked;
}

/** Whether people reach a place that can treat them, and whether they go there the next time. */
export function LinkageView({ period }: { readonly period: Period }) {
  const { figures, refused } = useLinkage(period);
  if (refused !== null) return <p role="alert">{refused}</p>;
  if (figures === null) return <p className="linkage-aside linkage-waits">Counting referrals…</p>;
  const { linkage, goTo } = figures;
  return (
    <div className="linkage-view">
      <section className="outcome-part" aria-labelledby="linkage-title">
        <h3 id="linkage-title">From a referral to a linkage</h3>
        {linkage.steps.made === 0 ? (
          <p className="linkage-aside">
            No referral was made in these days. A clinician makes one on an incident; it stands here
            from then on, and counts as a linkage once the receiving place confirms a service.
          </p>
        ) : (
          <>
            <LinkageSteps steps={linkage.steps} />
            <LinkageNumbers linkage={linkage} />
            <PartnerTable partners={linkage.partners} />
          </>
        )}
      </section>
      <section className="outcome-part" aria-labelledby="doors-title">
        <h3 id="doors-title">By which door people came</h3>
        <ChannelTable goTo={goTo} />
      </section>
      <section className="outcome-part" aria-labelledby="instead-title">
        <h3 id="instead-title">Instead of 911</h3>
        <InsteadOf911 goTo={goTo} />
      </section>
    </div>
  );
}
