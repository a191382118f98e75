import { useState } from 'react';
import type { Instrument } from '#shared/screen/instrument.ts';
import { ROLE_SUMMARIES } from '#shared/screen/screen-question.ts';
import { languageName } from '#shared/unit/language.ts';
import { useWording } from '../clinician/use-wording.ts';

/** Every question as the clinician will see it, in each of its languages, and when it is asked. */
export function InstrumentPreview({
  instrument: { questions, copyright },
}: {
  readonly instrument: Instrument;
}) {
  return (
    <>
      <ol className="screener-preview">
        {questions.map(({ linkId, role, wording, after }) => (
          <li key={linkId}>
            <p className="screener-preview-about">
              {ROLE_SUMMARIES[role]}
              {after !== null &&
                ` · asked after ${after.on.join(' or ')} to “${ROLE_SUMMARIES[after.role]}”`}
            </p>
            {wording.map(({ language, text }) => (
              <p key={language} dir="auto" lang={language} className="screener-preview-words">
                {text}
                {wording.length > 1 && (
                  <span className="field-hint" lang="en">
                    {' '}
                    {languageName(language)}
                  </span>
                )}
              </p>
            ))}
          </li>
        ))}
      </ol>
      {copyright !== '' && (
        <p className="field-hint" dir="auto">
          {copyright}
        </p>
      )}
    </>
  );
}

/** The same for a wording main keeps; fetched when somebody opens it. */
export function KeptPreview({
  hash,
  title,
  open = false,
}: {
  readonly hash: string;
  readonly title: string;
  readonly open?: boolean;
}) {
  const [shown, setShown] = useState(open);
  return (
    <details open={open} onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary>
        The questions<span className="spoken"> of {title}</span>
      </summary>
      {shown && <Fetched hash={hash} />}
    </details>
  );
}

function Fetched({ hash }: { readonly hash: string }) {
  const wording = useWording(hash);
  switch (wording.state) {
    case 'there':
      return <InstrumentPreview instrument={wording.instrument} />;
    case 'missing':
      return <p role="alert">The wording could not be read. {wording.because}</p>;
    default:
      return <p className="field-hint">The wording is being fetched.</p>;
  }
}
