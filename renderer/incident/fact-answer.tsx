import type { FactLine } from '#shared/board/incident-view.ts';
import { INFORMANT_LABELS, type Informant, type Reading } from '#shared/facts/fact.ts';
import type { FactTopic } from '#shared/policy/policy.ts';
import { useTime } from '../desk/clock.ts';
import { roughAge } from '../parts/age.ts';

/** Word and sign for each reading; "not asked" is drawn as the absence it is. */
export const READINGS: Readonly<Record<Reading, { readonly word: string; readonly sign: string }>> =
  {
    yes: { word: 'yes', sign: '●' },
    no: { word: 'no', sign: '○' },
    unknown: { word: 'unknown', sign: '?' },
    'not-asked': { word: 'not asked', sign: '·' },
  };

/** The answer as given; one that went stale stays readable beside its "ask again". */
export function answerOf({ record, reading }: FactLine): Reading {
  return record?.current.answer ?? reading;
}

const DANGER: readonly FactTopic[] = ['medical', 'weapon', 'violence', 'suicide'];

/** A yes here is somebody in danger, not just an answer. */
export function isDanger({ topic }: FactLine): boolean {
  return DANGER.includes(topic);
}

export function FactAnswer({ line }: { readonly line: FactLine }) {
  const { word, sign } = READINGS[answerOf(line)];
  return (
    <span className="answer" data-answer={answerOf(line)} data-danger={isDanger(line)}>
      <span aria-hidden="true">{sign}</span> {word}
    </span>
  );
}

const SHORT: Readonly<Record<Informant, string>> = {
  'caller-saw': 'saw it',
  'caller-was-told': 'told',
  responder: 'crew',
  record: 'record',
  'counselor-was-told': '988',
};

/** Who said it and how long ago, or that it has to be asked again. The open row has room for all of it. */
export function Provenance({
  line,
  full = true,
}: {
  readonly line: FactLine;
  readonly full?: boolean;
}) {
  const at = line.record === null ? null : Date.parse(line.record.current.at);
  const age = useTime((now) => (at === null ? '' : roughAge(now - at)));
  if (line.record === null)
    return <span className="provenance">{line.mandatory ? 'must ask' : ''}</span>;
  const { informant } = line.record.current;
  return (
    <span className="provenance">
      {line.record.aged && (
        <strong className="ask-again">
          <span aria-hidden="true">↻</span> ask again
        </strong>
      )}
      {full ? (
        <span>{INFORMANT_LABELS[informant]}</span>
      ) : (
        !line.record.aged && <span>{SHORT[informant]}</span>
      )}
      {(full || !line.record.aged) && <span>{full ? age : age.replace(' ago', '')}</span>}
      {full && line.recordedBy !== null && <span dir="auto">{line.recordedBy}</span>}
    </span>
  );
}
