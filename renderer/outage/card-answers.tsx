import {
  ANSWERS,
  INFORMANT_LABELS,
  INFORMANTS,
  type Answer,
  type Informant,
} from '#shared/facts/fact.ts';
import { useDesk } from '../desk/desk-store.ts';
import { CardSelect } from './card-select.tsx';
import type { CardDraft } from './card-draft.ts';

const LABELS: Readonly<Record<Answer, string>> = { yes: 'Yes', no: 'No', unknown: 'Nobody knows' };
const CHOICES = ANSWERS.map((id) => ({ id, label: LABELS[id] }));

/** What was asked on paper. An empty one was not asked, which is never a no. */
export function CardAnswers({
  draft,
  errorOf,
  onAnswers,
}: {
  readonly draft: CardDraft;
  readonly errorOf: (field: string) => string | null;
  readonly onAnswers: (change: Pick<CardDraft, 'answers' | 'informant'>) => void;
}) {
  const facts = useDesk((desk) => desk.policy?.facts ?? []);
  const { answers, informant } = draft;
  const answer = (fact: string, chosen: string) => {
    const { [fact]: _before, ...rest } = answers;
    onAnswers({
      informant,
      answers: chosen === '' ? rest : { ...rest, [fact]: chosen as Answer },
    });
  };
  return (
    <fieldset className="card-answers">
      <legend>
        Answers: {Object.keys(answers).length} of {facts.length} asked
      </legend>
      <CardSelect
        label="Who said it"
        none="Caller saw it"
        value={informant}
        choices={INFORMANTS.map((id) => ({ id, label: INFORMANT_LABELS[id] }))}
        onChoose={(id) => onAnswers({ answers, informant: (id || 'caller-saw') as Informant })}
      />
      {facts.map(({ id, label, mandatory }) => (
        <CardSelect
          key={id}
          label={mandatory ? `● ${label}` : label}
          none="– not asked"
          value={answers[id] ?? ''}
          choices={CHOICES}
          error={errorOf(`answers.${id}`)}
          onChoose={(chosen) => answer(id, chosen)}
        />
      ))}
    </fieldset>
  );
}
