import type { ReactNode } from 'react';
import type { Workshop } from '#shared/policy/workshop-view.ts';
import { openSheet, useDesk } from '../desk/desk-store.ts';
import { Button } from '../parts/button.tsx';
import { NoticeBeside } from '../parts/notice.tsx';
import { draftState, lineInForce, momentText, publishBar, signedBy } from './draft-words.ts';
import { useChanged } from './use-changed.ts';
import { useWorkshop } from './workshop-store.ts';

/** From left to right what holds, what comes next, and what is being written. */
export function WorkshopHeader({ workshop }: { readonly workshop: Workshop }) {
  return (
    <header className="workshop-head">
      <InForce workshop={workshop} />
      <Coming workshop={workshop} />
      <YourDraft workshop={workshop} />
    </header>
  );
}

function Block({
  caption,
  kind,
  children,
}: {
  readonly caption: string;
  readonly kind: string;
  readonly children: ReactNode;
}) {
  return (
    <section className="head-block" data-kind={kind} aria-label={caption}>
      <h3>{caption}</h3>
      {children}
    </section>
  );
}

function InForce({ workshop: { inForce, history, stepBack } }: { readonly workshop: Workshop }) {
  const line = lineInForce(history);
  return (
    <Block caption="In force" kind="in-force">
      <p className="head-line">
        <b className="version">{inForce.policy.version}</b>
        {line !== null && <> since {momentText(line.effectiveFrom)}</>}
      </p>
      <p className="head-detail" dir="auto">
        {inForce.policy.title}
        {line !== null && <> · {signedBy(line)}</>}
      </p>
      <div className="head-actions">
        {stepBack !== null && (
          <Button keys="b" onClick={() => openSheet('policy-step-back')}>
            Step back to {stepBack.version}
          </Button>
        )}
      </div>
    </Block>
  );
}

function Coming({ workshop: { scheduled, proposal } }: { readonly workshop: Workshop }) {
  const me = useDesk((desk) => desk.hello?.session?.operatorId ?? null);
  return (
    <Block caption="Coming" kind="coming">
      {scheduled === null && proposal === null && (
        <>
          <p className="head-line quiet">Nothing waits</p>
          <p className="head-detail">Proposals stand here until they are signed and due.</p>
        </>
      )}
      {proposal !== null && (
        <>
          <p className="head-line">
            <b className="version">{proposal.policy.version}</b>{' '}
            {proposal.proposedBy === me ? 'waits to be signed' : 'waits for you'}
          </p>
          <p className="head-detail">
            proposed by <bdi>{proposal.proposedByName}</bdi>, {momentText(proposal.at)}
          </p>
          <div className="head-actions">
            <Button
              keys="s"
              tone={proposal.proposedBy === me ? 'plain' : 'primary'}
              onClick={() => openSheet('policy-proposal')}
            >
              {proposal.proposedBy === me ? 'Have it signed' : 'Read and sign'}
            </Button>
          </div>
        </>
      )}
      {scheduled !== null && (
        <>
          <p className="head-line">
            <b className="version">{scheduled.version}</b> from{' '}
            {momentText(scheduled.effectiveFrom)}
          </p>
          <p className="head-detail">{signedBy(scheduled)}</p>
          <div className="head-actions">
            <Button onClick={() => openSheet('policy-call-off')}>Call off</Button>
          </div>
        </>
      )}
    </Block>
  );
}

function YourDraft({ workshop }: { readonly workshop: Workshop }) {
  const examination = useWorkshop((state) => state.examination);
  const fresh = useWorkshop((state) => state.examined === state.document);
  const refusal = useWorkshop((state) => state.refusal);
  const changed = useChanged();
  // What was known stays in sight while the next answer is on its way: nothing flickers.
  const state = draftState(examination, changed, true);
  const bar = publishBar(examination, changed, fresh, workshop);
  return (
    <Block caption="Your draft" kind="draft">
      <p className="head-line draft-state" data-state={state.kind} data-fresh={fresh}>
        {state.says}
      </p>
      <p className="head-detail" id="publish-bar">
        {bar ?? 'Ready to be proposed to a second supervisor.'}
      </p>
      <div className="head-actions">
        <Button
          tone="primary"
          keys="Ctrl+Enter"
          aria-disabled={bar !== null}
          aria-describedby="publish-bar"
          onClick={() => openSheet('policy-publish')}
        >
          Publish
        </Button>
      </div>
      {refusal !== null && (
        <p role="alert" className="refused">
          <strong>Not done.</strong> {refusal}
        </p>
      )}
      <NoticeBeside causes={['policy.save-draft', 'policy.discard-draft', 'policy.examine']} />
    </Block>
  );
}
