import { useEffect, useState } from 'react';
import type { Input } from '#shared/contract/console-contract.ts';
import type { Reply } from '#shared/contract/endpoint.ts';
import type { Examination, PolicyProposal, WhatIfReport } from '#shared/policy/workshop-view.ts';
import { ask } from '../desk/ask.ts';
import { closeSheet, say, useDesk } from '../desk/desk-store.ts';
import { Button } from '../parts/button.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { Refused } from '../sheets/refused.tsx';
import { NOBODY_YET, SecondPerson } from '../parts/second-person.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { WithReason } from '../sheets/with-reason.tsx';
import { ChangesInWords } from './changes-panel.tsx';
import { momentText } from './draft-words.ts';
import { ProofPanel } from './proof-panel.tsx';
import { WhatIfFigures } from './what-if-panel.tsx';
import { reloadWorkshop } from './workshop-exchange.ts';
import { useWorkshop } from './workshop-store.ts';

/** What waits for a second supervisor, with all there is to know before signing. */
export function ProposalSheet() {
  const proposal = useWorkshop((state) => state.workshop?.proposal ?? null);
  if (proposal === null)
    return (
      <Sheet title="Proposal">
        <p className="sheet-empty">Nothing waits for a second supervisor.</p>
      </Sheet>
    );
  return <Waiting key={proposal.hash} proposal={proposal} />;
}

function Waiting({ proposal }: { readonly proposal: PolicyProposal }) {
  const me = useDesk((desk) => desk.hello?.session?.operatorId ?? null);
  const mine = proposal.proposedBy === me;
  const proof = useAnswer('policy.examine', proposal);
  const whatIf = useAnswer('policy.what-if', proposal);
  const { policy, effectiveFrom, note, proposedByName, at } = proposal;
  return (
    <Sheet
      wide
      title={`Policy ${policy.version}`}
      subtitle={`Proposed by ${proposedByName}, ${momentText(at)}`}
      footer={mine ? <AsAuthor proposal={proposal} /> : <AsSecond proposal={proposal} />}
    >
      <p className="proposal-why" dir="auto">
        “{note}”
      </p>
      <p>
        In force{' '}
        <b>
          {effectiveFrom === null
            ? 'from the moment it is signed'
            : `from ${momentText(effectiveFrom)}`}
        </b>
      </p>
      <section>
        <h3>Changes in words</h3>
        <ChangesInWords differences={proposal.differences} jumps={false} />
      </section>
      <section>
        <h3>Proof</h3>
        <Answer reply={proof} waiting="It is being proved once more.">
          {(examination: Examination) =>
            examination.verdict === null ? (
              <p>It is not readable as a policy any more.</p>
            ) : (
              <ProofPanel verdict={examination.verdict} policy={policy} jumps={false} />
            )
          }
        </Answer>
      </section>
      <section>
        <h3>What if: past calls</h3>
        <Answer reply={whatIf} waiting="Past calls are being routed under it.">
          {(report: WhatIfReport) => <WhatIfFigures report={report} />}
        </Answer>
      </section>
    </Sheet>
  );
}

/** Asked anew for whoever reads it: the author's figures are not taken on trust. */
function useAnswer<T extends 'policy.examine' | 'policy.what-if'>(
  topic: T,
  proposal: PolicyProposal,
): Reply<T extends 'policy.examine' ? Examination : WhatIfReport> | null {
  type Answered = T extends 'policy.examine' ? Examination : WhatIfReport;
  const [reply, setReply] = useState<Reply<Answered> | null>(null);
  // The document of a proposal never changes: another one has another hash, and a sheet of its own.
  const [policy] = useState(proposal.policy);
  useEffect(() => {
    let wanted = true;
    const document = policy as unknown as Input<'policy.examine'>['document'];
    void ask(topic, { document } as Input<T>).then((got) => {
      if (wanted) setReply(got as Reply<Answered>);
    });
    return () => {
      wanted = false;
    };
  }, [topic, policy]);
  return reply;
}

function Answer<T>({
  reply,
  waiting,
  children,
}: {
  readonly reply: Reply<T> | null;
  readonly waiting: string;
  readonly children: (value: T) => React.ReactNode;
}) {
  if (reply === null) return <p className="quiet">{waiting}</p>;
  if (!reply.ok)
    return (
      <p role="alert" className="refused">
        <strong>Not done.</strong> {reply.because}
      </p>
    );
  return children(reply.value);
}

/** The author never signs alone: either somebody else does at their console, or here beside them. */
function AsAuthor({ proposal: { hash, policy } }: { readonly proposal: PolicyProposal }) {
  const [second, setSecond] = useState(NOBODY_YET);
  const [missing, setMissing] = useState<string | null>(null);
  const approve = useCommand('policy.approve');

  async function sign() {
    const { operatorId, passphrase } = second;
    if (operatorId === null) return setMissing('Choose who signs as the second supervisor.');
    setMissing(null);
    const done = await approve.give({ hash, secondPerson: { operatorId, passphrase } });
    if (done !== null) await settled(`Policy ${policy.version} is signed by two.`);
  }
  return (
    <div className="proposal-foot">
      <p className="field-hint">
        You wrote it, so another supervisor signs: at their own console, or here.
      </p>
      <SecondPerson
        legend="Second supervisor, here and now"
        needs="keep-policy"
        draft={second}
        onDraft={setSecond}
        onEnter={() => void sign()}
        missing={missing}
      />
      <Refused refusal={approve.refusal} />
      <Button tone="primary" aria-disabled={approve.busy} onClick={() => void sign()}>
        Approve with both names
      </Button>
      <WithReason
        topic="policy.decline"
        hash={hash}
        label="Take it back"
        onDone={() => void settled(`Policy ${policy.version} is taken back.`)}
      />
    </div>
  );
}

function AsSecond({ proposal: { hash, policy } }: { readonly proposal: PolicyProposal }) {
  const approve = useCommand('policy.approve');
  async function sign() {
    const done = await approve.give({ hash, secondPerson: null });
    if (done !== null) await settled(`Policy ${policy.version} is approved.`);
  }
  return (
    <div className="proposal-foot">
      <Refused refusal={approve.refusal} />
      <Button tone="primary" aria-disabled={approve.busy} onClick={() => void sign()}>
        Approve {policy.version}
      </Button>
      <WithReason
        topic="policy.decline"
        hash={hash}
        label="Decline"
        onDone={() => void settled(`Policy ${policy.version} is declined.`)}
      />
    </div>
  );
}

async function settled(text: string): Promise<void> {
  say({ tone: 'done', text, cause: null });
  closeSheet();
  await reloadWorkshop();
}
