import type { LinkageFigures } from '#shared/outcomes/linkage.ts';
import { hoursWritten } from './hours-written.ts';
import { Figure, ShareFigure } from './figure.tsx';
import { written } from './shares.ts';

/** Confirmed linkage, and how the places answer. */
export function LinkageNumbers({ linkage }: { readonly linkage: LinkageFigures }) {
  const { linkage30, tooYoung, accept, answers, unanswered, onlySaid } = linkage;
  return (
    <>
      <div className="figure-row">
        <ShareFigure
          label="Confirmed linkage in 30 days"
          share={linkage30}
          what="consented referrals"
          means={
            tooYoung === 0
              ? 'The receiving place confirmed a service.'
              : `${written(tooYoung)} are not 30 days old and in neither number.`
          }
        />
        <ShareFigure label="Accepted by the place" share={accept} what="decided" />
        <Figure
          label="Answer of the place"
          value={hoursWritten(answers.medianHours)}
          of={
            answers.answered === 0
              ? 'no answers'
              : `median of ${written(answers.answered)} · 9 of 10 within ${hoursWritten(answers.p90Hours)}`
          }
          means={unanswered === 0 ? undefined : `${written(unanswered)} sent and not answered.`}
        />
      </div>
      <p className="linkage-aside">
        A referral that is made, sent or accepted is no linkage.
        {onlySaid > 0 && (
          <>
            {' '}
            <b>{written(onlySaid)}</b> more {onlySaid === 1 ? 'person says' : 'people say'} that
            they went, and no place has confirmed it: counted nowhere.
          </>
        )}
      </p>
    </>
  );
}
