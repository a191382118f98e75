import type { IncidentView } from '#shared/board/incident-view.ts';
import { RECONTACT_ANSWERS, type RecontactAnswer } from '#shared/incident/recontact-events.ts';
import { tell } from '../desk/ask.ts';
import { useTime } from '../desk/clock.ts';
import { openSheet, say, useDesk } from '../desk/desk-store.ts';
import { wallTime } from '../desk/wall-time.ts';
import { useActions } from '../keys/actions.ts';
import { urgencyOf, writtenAge } from '../parts/age.ts';
import { Button } from '../parts/button.tsx';
import { NoticeBeside } from '../parts/notice.tsx';
import '../style/time-limits.css';

type Waiting = NonNullable<IncidentView['recontact']>;

const SAYS: Readonly<Record<RecontactAnswer, { readonly label: string; readonly keys: string }>> = {
  'still-safe': { label: 'Still safe', keys: 'Shift+O' },
  worse: { label: 'Worse', keys: 'Shift+W' },
  'no-answer': { label: 'No answer', keys: 'Shift+X' },
};

/** The same keys for a caller who was lost: any answer means that they are on the line again. */
const FOUND: typeof SAYS = {
  'still-safe': { label: 'On the line again', keys: 'Shift+O' },
  worse: { label: 'On the line again, worse', keys: 'Shift+W' },
  'no-answer': { label: 'No answer', keys: 'Shift+X' },
};

/** Somebody waits: when to call again, and one key for what they say. */
export function RecontactBanner({ view }: { readonly view: IncidentView }) {
  const { recontact } = view;
  return recontact === null ? null : <Recontact view={view} next={recontact} />;
}

function Recontact({ view, next }: { readonly view: IncidentView; readonly next: Waiting }) {
  const { incidentId, number, callback } = view;
  const until = Date.parse(next.until);
  const urgency = useTime((now) => urgencyOf(next, now));
  const when = useTime((now) =>
    now < until ? `in ${writtenAge(until - now)}` : `${writtenAge(now - until)} late`,
  );
  const called = (answer: RecontactAnswer) => {
    void tell('incident.recontact', { incidentId, answer }).then((done) => {
      if (done === null) return;
      const text = `Incident ${number}: called again, ${says[answer].label.toLowerCase()}.`;
      say({ tone: 'done', text, cause: null });
    });
  };
  useActions({
    'recontact.still-safe': () => called('still-safe'),
    'recontact.worse': () => called('worse'),
    'recontact.no-answer': () => called('no-answer'),
  });
  const sends = next.recommends === 'send';
  const lost = view.phone.state === 'lost';
  const says = lost ? FOUND : SAYS;
  const dispatching = useDesk(({ screen }) => screen === 'dispatch');
  const late = urgency === 'alert';
  const shape = { calm: '☎', warn: '◆', alert: '▲' }[urgency];
  return (
    <div
      className="banner recontact"
      data-tone={sends ? 'alert' : urgency === 'calm' ? 'calm' : 'warn'}
      role="group"
      aria-label="Calling back"
    >
      {sends && (
        <p role="alert">
          <strong>▲ No answer {next.unanswered} times: sending somebody is recommended.</strong>
          {!dispatching && ' Dispatch sends: tell them.'}
        </p>
      )}
      <p role={late && !sends ? 'alert' : undefined}>
        <strong>
          <span aria-hidden="true">{shape}</span>{' '}
          {lost ? 'The caller is lost: call again' : 'Call the caller again'}{' '}
          <span className="tabular">{when}</span>.
        </strong>{' '}
        {callback ?? 'No callback number.'}
        {next.lastAt !== null && ` · last called ${wallTime(next.lastAt)}`}
      </p>
      <div className="recontact-says">
        {RECONTACT_ANSWERS.map((answer) => (
          <Button key={answer} keys={says[answer].keys} onClick={() => called(answer)}>
            {says[answer].label}
          </Button>
        ))}
        {sends && dispatching && (
          <Button keys="a" onClick={() => openSheet('assign')}>
            Send somebody
          </Button>
        )}
      </div>
      <NoticeBeside causes={['incident.recontact']} />
    </div>
  );
}
