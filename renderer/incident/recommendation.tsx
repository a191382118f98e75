import type { IncidentView, RecommendationView } from '#shared/board/incident-view.ts';
import { openSheet } from '../desk/desk-store.ts';
import { Button } from '../parts/button.tsx';
import { LevelBadge } from '../parts/level-badge.tsx';
import { NoticeBeside } from '../parts/notice.tsx';
import { DecidedCard } from './decided-card.tsx';
import { InsteadByPhone } from './instead-by-phone.tsx';
import { nextStepOf, type NextStep } from './next-step.ts';
import { WouldGo } from './next-units.tsx';
import { Ranked } from './ranked.tsx';
import { StepButton } from './recommendation-step.tsx';
import { Alongside, Reasons, Unasked, WouldChange } from './reasons.tsx';
import { Instead, RecommendedCanGo } from './who-can-go.tsx';

/** The hero: who goes, why, and what would change it; and what Enter does about it. */
export function Recommendation({ view }: { readonly view: IncidentView }) {
  const step = nextStepOf(view);
  return (
    <section className="recommendation" aria-label="Recommendation" data-level={shownLevel(view)}>
      {view.needsDecision ? (
        <Proposed view={view} step={step} />
      ) : (
        <DecidedCard view={view} step={step} />
      )}
      <NoticeBeside causes={['incident.decide', 'incident.assign-unit', 'phone.accept-transfer']} />
    </section>
  );
}

function shownLevel({ needsDecision, decision, recommendation }: IncidentView): string {
  return needsDecision || decision === null ? recommendation.level : decision.level;
}

function Proposed({ view, step }: { readonly view: IncidentView; readonly step: NextStep }) {
  const { recommendation } = view;
  return (
    <>
      <Kicker recommendation={recommendation} />
      {recommendation.provisional ? (
        <AskFirst recommendation={recommendation} />
      ) : (
        <WhoGoes recommendation={recommendation} />
      )}
      <InsteadByPhone view={view} />
      <Instead view={view} />
      <WouldGo view={view} />
      <Alongside view={view} />
      <div className="steps">
        <StepButton view={view} step={step} />
        <Button keys="o" onClick={() => openSheet('override')}>
          Other
        </Button>
      </div>
      <Reasons reasons={recommendation.reasons} />
      <WouldChange changes={recommendation.wouldChange} />
      <Unasked labels={recommendation.unasked} />
      <Ranked ranked={recommendation.ranked} />
    </>
  );
}

function Kicker({ recommendation }: { readonly recommendation: RecommendationView }) {
  const { level, levelName, provisional, promiseMinutes } = recommendation;
  return (
    <p className="kicker">
      <LevelBadge level={level} large provisional={provisional} />
      <span>{levelName}</span>
      {provisional ? (
        <strong className="provisional">provisional</strong>
      ) : (
        <span>first contact within {promiseMinutes} min</span>
      )}
    </p>
  );
}

function WhoGoes({ recommendation }: { readonly recommendation: RecommendationView }) {
  return (
    <>
      <h3 className="hero">{recommendation.response}</h3>
      <p className="who">
        {recommendation.who} <RecommendedCanGo ranked={recommendation.ranked} />
      </p>
    </>
  );
}

/** While facts are missing, the question is the recommendation; who would go stands under it. */
function AskFirst({ recommendation }: { readonly recommendation: RecommendationView }) {
  const { next, response, who, unarmedBar, ranked } = recommendation;
  return (
    <>
      <h3 className="hero" data-asks="true">
        <span className="hero-lead">Ask first:</span> {next?.question ?? unarmedBar}
      </h3>
      <p className="who">
        Until then: <strong>{response}</strong>. {who}. <RecommendedCanGo ranked={ranked} />
      </p>
    </>
  );
}
