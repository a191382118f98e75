import { useState, type FormEvent } from 'react';
import type { IncidentView } from '#shared/board/incident-view.ts';
import type { From988View } from '#shared/board/transfer-view.ts';
import type { Consent988 } from '#shared/phone/from-988.ts';
import { wallTime } from '../desk/wall-time.ts';
import { useTyped } from '../desk/use-typed.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { SaidLines } from '../parts/said-lines.tsx';
import '../style/handed-over.css';

const CONSENT: Readonly<Record<Consent988, string>> = {
  given: 'the person agreed',
  refused: 'the person did not agree',
  emergency: 'not asked, emergency',
};

/** What 988 handed over, to be read back to the counselor, and the word they get when it is over. */
export function From988Card({
  view,
  from988: { packet, told },
}: {
  readonly view: IncidentView;
  readonly from988: From988View;
}) {
  const { place, callback, words, closed } = view;
  const { counselor, counselorCallback, caller, ipAddress, subject } = packet;
  const lines: readonly (readonly [string, string])[] = [
    ['Where', place.address],
    ['Callback', callback ?? ''],
    [
      'Who',
      [caller, subject === '' ? '' : `about ${subject}`].filter((each) => each !== '').join(', '),
    ],
    ['Written from', ipAddress],
    ['What', words],
    ['Means', packet.means],
    ['Weapons', packet.weapons],
    ['There', packet.onScene],
    ['Done', packet.done],
    ['Consent', CONSENT[packet.consent]],
  ];
  const open = lines
    .filter(([, said]) => said.trim() === '')
    .map(([what]) => what.toLowerCase())
    .join(', ');
  const who = [counselor === '' ? 'a counselor' : counselor, counselorCallback];
  return (
    <section className="handed-over" aria-label="From 988">
      <details open={view.phase === 'intake'}>
        <summary>
          <strong>From 988:</strong> <bdi>{who.filter((each) => each !== '').join(', ')}</bdi>
          <span className="handed-over-hint"> · read this back before they leave the line</span>
        </summary>
        <SaidLines lines={lines} />
        {open !== '' && <p>Not said, ask: {open}.</p>}
      </details>
      {told.map(({ whom, said, at, by }) => (
        <p key={at}>
          988 was told {wallTime(at)}: <bdi>{said}</bdi> (<bdi>{whom}</bdi>, by <bdi>{by}</bdi>)
        </p>
      ))}
      {told.length === 0 && <TellThem view={view} counselor={counselor} over={closed !== null} />}
    </section>
  );
}

/** Closing the loop: 988 hears how it went, and who was told stands in the record. */
function TellThem({
  view: { incidentId },
  counselor,
  over,
}: {
  readonly view: IncidentView;
  readonly counselor: string;
  readonly over: boolean;
}) {
  const [open, setOpen] = useState(false);
  const form = { subject: `incident/${incidentId}`, form: 'tell-988' };
  const [whom, setWhom] = useTyped(form, 'whom', counselor);
  const [said, setSaid] = useTyped(form, 'said', '');
  const { give, refusal, busy } = useCommand('incident.tell-988', form);
  if (!open)
    return (
      <p>
        {over ? '988 waits to hear how it ended. ' : ''}
        <Button onClick={() => setOpen(true)}>988 was told how it went</Button>
      </p>
    );
  function submit(event: FormEvent) {
    event.preventDefault();
    void give({ incidentId, whom, said });
  }
  return (
    <form className="handed-over-tell" onSubmit={submit}>
      <TextField label="Who was told" value={whom} onText={setWhom} maxLength={80} />
      <TextField
        label="What they were told (no clinical detail)"
        value={said}
        onText={setSaid}
        maxLength={300}
      />
      <Refused refusal={refusal} />
      <div className="button-row">
        <Button type="submit" keys="Enter" aria-disabled={busy}>
          Write it down
        </Button>
        <Button tone="quiet" onClick={() => setOpen(false)}>
          Not yet
        </Button>
      </div>
    </form>
  );
}
