import { useEffect, useState, type Ref } from 'react';
import type { TypeStringDetail, TypeStringLine } from '#shared/call-type/call-types-view.ts';
import { ask } from '../desk/ask.ts';
import { deskNow } from '../desk/clock.ts';
import { wallDateTime } from '../desk/wall-date.ts';
import { Button } from '../parts/button.tsx';
import { Combobox } from '../parts/combobox.tsx';
import type { Choice } from '../parts/choices.ts';
import { CONFIDENCE_WORDS, NEXUS_WORDS } from './string-words.ts';

interface Props {
  readonly line: TypeStringLine;
  readonly version: number;
  readonly choices: readonly Choice[];
  readonly label: (code: string) => string;
  readonly chooser: Ref<HTMLInputElement>;
  readonly onReview: (callType: string | null) => void;
  readonly onWithdraw: () => void;
  readonly onLeave: () => void;
}

/** What is known of the chosen string, and what a person can say of it. */
export function StringDetail(props: Props) {
  const { line, version, choices, label, chooser, onReview, onWithdraw, onLeave } = props;
  const detail = useDetail(line.raw, version);
  const proposed = line.proposal?.callType ?? null;
  return (
    <section className="string-detail" aria-label={`What “${line.raw}” means`}>
      <div className="string-acts">
        {proposed !== null && (
          <Button tone="primary" keys="Enter" onClick={() => onReview(proposed)}>
            It is {label(proposed)}
          </Button>
        )}
        <Combobox
          ref={chooser}
          label="Another type (o)"
          none="Choose a call type"
          choices={choices}
          value={line.state === 'reviewed' ? line.callType : null}
          onChoose={(code) => {
            if (code !== null) onReview(code);
          }}
          onEnter={onLeave}
        />
        <Button keys="x" onClick={() => onReview(null)}>
          Says too little
        </Button>
        {line.state === 'reviewed' && (
          <Button tone="quiet" keys="Backspace" onClick={onWithdraw}>
            Take the review back
          </Button>
        )}
      </div>
      {detail !== null && <Why detail={detail} label={label} />}
    </section>
  );
}

function Why({
  detail: { reviewed, pattern, proposal, similar },
  label,
}: {
  readonly detail: TypeStringDetail;
  readonly label: Props['label'];
}) {
  return (
    <dl className="string-why">
      {reviewed !== null && (
        <div>
          <dt>Reviewed</dt>
          <dd>
            {reviewed.callType === null ? 'Says too little' : label(reviewed.callType)}, by{' '}
            <bdi>{reviewed.byName}</bdi> {wallDateTime(reviewed.at, deskNow())}
          </dd>
        </div>
      )}
      {pattern !== null && (
        <div>
          <dt>The table</dt>
          <dd>
            {label(pattern.callType)}, by <code dir="auto">{pattern.pattern}</code>
          </dd>
        </div>
      )}
      <div>
        <dt>Proposed</dt>
        <dd>
          {proposal.callType === null ? 'Nothing' : label(proposal.callType)} (
          {CONFIDENCE_WORDS[proposal.confidence]}, {NEXUS_WORDS[proposal.nexus]})
          <ul>
            {proposal.because.map((each) => (
              <li key={each} dir="auto">
                {each}
              </li>
            ))}
          </ul>
        </dd>
      </div>
      {similar.length > 0 && (
        <div>
          <dt>Like it</dt>
          <dd>
            <ul>
              {similar.map((each) => (
                <li key={each.raw} dir="auto">
                  “{each.raw}”, {each.centers.join(', ')}: {label(each.callType)}
                </li>
              ))}
            </ul>
          </dd>
        </div>
      )}
    </dl>
  );
}

/** Fetched for the string in focus alone: a list of two thousand has no reasons in it. */
function useDetail(raw: string, version: number): TypeStringDetail | null {
  const [detail, setDetail] = useState<TypeStringDetail | null>(null);
  useEffect(() => {
    let gone = false;
    void ask('call-types.string', { raw }).then((reply) => {
      if (!gone) setDetail(reply.ok ? reply.value : null);
    });
    return () => {
      gone = true;
    };
  }, [raw, version]);
  return detail?.raw === raw ? detail : null;
}
