import type { WhatIfReport } from '#shared/policy/workshop-view.ts';
import { Button } from '../parts/button.tsx';
import { msText } from './draft-words.ts';
import { WhatIfPicture } from './what-if-picture.tsx';
import { FromTo, MovesTable } from './what-if-tables.tsx';
import { baseWords, moveWords, percent } from './what-if-words.ts';
import { runWhatIf } from './workshop-exchange.ts';
import { useWorkshop } from './workshop-store.ts';

/** What past calls would have got under the draft. */
export function WhatIfPanel() {
  const run = useWorkshop((state) => state.whatIf);
  const busy = useWorkshop((state) => state.whatIfBusy);
  const refusal = useWorkshop((state) => state.whatIfRefusal);
  const old = useWorkshop((state) => state.whatIf !== null && state.whatIf.of !== state.document);
  const readable = useWorkshop(
    (state) => state.examination !== null && state.examination.verdict !== null,
  );
  return (
    <div className="what-if">
      {run === null ? (
        <p className="panel-empty">
          Routes the calls on file once more under this draft, with the answers they had, and shows
          which would have gone higher, lower or to somebody else.
        </p>
      ) : (
        <WhatIfFigures report={run.report} old={old} />
      )}
      {refusal !== null && (
        <p role="alert" className="refused">
          <strong>Not done.</strong> {refusal}
        </p>
      )}
      <div className="what-if-run">
        <Button keys="w" aria-disabled={busy || !readable} onClick={() => void runWhatIf()}>
          {busy ? 'Routing past calls …' : run === null ? 'Run on past calls' : 'Run again'}
        </Button>
        {!readable && !busy && <p>Possible once the draft is readable as a policy.</p>}
      </div>
    </div>
  );
}

export function WhatIfFigures({
  report,
  old = false,
}: {
  readonly report: WhatIfReport;
  readonly old?: boolean;
}) {
  const { calls, up, down, aside, same, byHour, byCallType, byArea, moves, ms } = report;
  if (calls === 0)
    return (
      <p className="panel-empty">
        No past call is on file yet: neither a decision made here nor an imported one. There is
        nothing this draft could be tried on.
      </p>
    );
  return (
    <div className="what-if-figures" data-old={old}>
      {old && <p className="what-if-old">These figures are of an earlier state of the draft.</p>}
      <dl className="moves-totals">
        <Total move="up" sign="▲" label="higher" value={up} of={calls} />
        <Total move="down" sign="▼" label="lower" value={down} of={calls} />
        <Total move="aside" sign="◆" label="other" value={aside} of={calls} />
        <Total move="same" sign="=" label="as now" value={same} of={calls} />
      </dl>
      <p className="spoken">{moveWords(report)}</p>
      {up + down + aside > 0 && <WhatIfPicture byHour={byHour} />}
      <FromTo moves={moves} />
      <MovesTable caption="By call type" rows={byCallType} />
      <MovesTable caption="By area" rows={byArea} />
      <MovesTable caption="By hour" rows={byHour} inOrder />
      <p className="what-if-base">
        {baseWords(report)} Routed in {msText(ms)}.
      </p>
    </div>
  );
}

function Total({
  move,
  sign,
  label,
  value,
  of,
}: {
  readonly move: string;
  readonly sign: string;
  readonly label: string;
  readonly value: number;
  readonly of: number;
}) {
  return (
    <div data-move={move} data-none={value === 0}>
      <dt>
        <span aria-hidden="true">{sign}</span> {label}
      </dt>
      <dd>
        {value.toLocaleString('en-US')} <small>{percent(value, of)}</small>
      </dd>
    </div>
  );
}
