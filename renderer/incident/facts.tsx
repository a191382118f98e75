import type { IncidentView } from '#shared/board/incident-view.ts';
import { INFORMANT_LABELS } from '#shared/facts/fact.ts';
import { useState } from 'react';
import { tell } from '../desk/ask.ts';
import { nextInformant, useDesk } from '../desk/desk-store.ts';
import { useActions } from '../keys/actions.ts';
import { Button } from '../parts/button.tsx';
import { NoticeBeside } from '../parts/notice.tsx';
import { reachText } from './fact-reach.ts';
import { FactGroupLines } from './fact-group.tsx';
import { firstTopic, groupFacts, isFolded, TOPIC_LABELS } from './fact-groups.ts';
import { isFocused, useQuestionWalk } from './use-question-walk.ts';

/** The questions: one group open at a time, the others as one line each with their answers. */
export function Facts({ view }: { readonly view: IncidentView }) {
  const { incidentId, facts } = view;
  const informant = useDesk((desk) => desk.informant);
  const policy = useDesk((desk) => desk.policy);
  const [unfolded, setUnfolded] = useState(false);
  const { current, go, answer, answerNone } = useQuestionWalk(view, informant);
  const groups = groupFacts(facts);
  const next = view.recommendation.next?.fact ?? null;
  const topic = current?.topic ?? firstTopic(groups, facts, next);
  const group = groups.find((each) => each.topic === topic);
  const isShown = (line: IncidentView['facts'][number]) =>
    unfolded || !isFolded(line) || line === current;
  const shown = (group?.lines ?? []).filter(isShown);
  const here = current ?? shown.find((line) => line.id === next) ?? shown[0] ?? null;

  const stepBy = (by: number) => {
    const all = groups.flatMap((each) => each.lines.filter(isShown));
    const at = all.findIndex((line) => line === here);
    go(all[Math.max(0, Math.min(all.length - 1, at + by))]);
  };
  const jumps = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => [
    `facts.jump-${digit}`,
    () => go(shown[digit - 1]),
  ]);
  const newCaller = () => void tell('incident.change-caller', { incidentId });

  useActions({
    'facts.yes': () => answer(here, 'yes'),
    'facts.no': () => answer(here, 'no'),
    'facts.unknown': () => answer(here, 'unknown'),
    'facts.none': () => (topic === null ? false : answerNone(topic)),
    'facts.next': () => stepBy(isFocused(here) ? 1 : 0),
    'facts.previous': () => stepBy(isFocused(here) ? -1 : 0),
    'facts.said-by': nextInformant,
    'facts.new-caller': newCaller,
    ...(Object.fromEntries(jumps) as Record<string, () => void>),
  });

  return (
    <section className="facts" aria-label="Questions" data-place="facts">
      <header className="facts-head">
        <h3 className="spoken">Questions</h3>
        <Button tone="quiet" keys="w" onClick={nextInformant}>
          Said by: {INFORMANT_LABELS[informant]}
        </Button>
        <Button tone="quiet" keys="x" onClick={newCaller}>
          New caller
        </Button>
      </header>
      <NoticeBeside
        causes={['incident.answer-fact', 'incident.answer-none', 'incident.change-caller']}
      />
      {groups.map((each) => (
        <FactGroupLines
          key={each.topic}
          group={each}
          label={TOPIC_LABELS[each.topic]}
          shown={each.topic === topic ? shown : null}
          current={here}
          reach={each.topic === topic ? reachText(policy, here?.id) : null}
          unfolded={unfolded}
          onUnfold={() => setUnfolded(!unfolded)}
          onGo={go}
          onAnswer={answer}
          onNone={() => answerNone(each.topic)}
        />
      ))}
    </section>
  );
}
