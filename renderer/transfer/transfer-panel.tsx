import type { IncidentView } from '#shared/board/incident-view.ts';
import { nameOfReceiver } from '#shared/phone/receivers.ts';
import { TRANSFER_STEPS, type Transfer } from '#shared/phone/transfer.ts';
import { writtenAge } from '../parts/age.ts';
import { Elapsed } from '../parts/elapsed.tsx';
import { ConsentStep } from './consent-step.tsx';
import { DialingStep } from './dialing-step.tsx';
import { IntroducedStep } from './introduced-step.tsx';
import { PacketStep } from './packet-step.tsx';
import { ThreeWayStep } from './three-way-step.tsx';
import { TransferStepper } from './transfer-stepper.tsx';
import './transfer.css';

/** The middle of the conversation while a call is on its way to an outside line: one step, and Enter. */
export function TransferPanel({ view }: { readonly view: IncidentView }) {
  const { phone, transfers } = view;
  if (phone.state !== 'transferring' || phone.transfer.line === null) return null;
  const { transfer } = phone;
  const { limit } = transfers;
  const name = nameOfReceiver(transfer);
  const what = `${TRANSFER_STEPS[transfer.step].label.toLowerCase()} for the transfer`;
  return (
    <section className="transfer" aria-label={`Transfer to ${name}`}>
      <header className="transfer-head">
        <h3>
          Transfer to <bdi>{name}</bdi>
        </h3>
        <span className="transfer-clock">
          <Elapsed since={transfer.since} promise={limit === null ? null : { ...limit, what }} />
          {limit !== null && <span> of {writtenAge(limit.seconds * 1000)}</span>}
        </span>
      </header>
      <TransferStepper transfer={transfer} />
      <Step
        key={`${transfer.step} ${transfer.since}`}
        view={view}
        transfer={transfer}
        name={name}
      />
      <p className="field-hint">
        The caller stays with you until {name} has said yes. When the time is over, the call is
        yours again, raised.
      </p>
    </section>
  );
}

function Step({
  view,
  transfer,
  name,
}: {
  readonly view: IncidentView;
  readonly transfer: Transfer;
  readonly name: string;
}) {
  switch (transfer.step) {
    case 'consent':
      return <ConsentStep view={view} name={name} />;
    case 'packet':
      return <PacketStep view={view} transfer={transfer} />;
    case 'dialing':
      return <DialingStep view={view} name={name} />;
    case 'three-way':
      return <ThreeWayStep view={view} name={name} receiver={transfer.receiver} />;
    case 'introduced':
      return <IntroducedStep view={view} receiver={transfer.receiver} />;
    case 'offered':
      return null;
  }
}
