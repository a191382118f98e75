import type { FactLine, IncidentView } from '#shared/board/incident-view.ts';
import { INFORMANT_LABELS } from '#shared/facts/fact.ts';

/** What is read to the receiver, and read back by them: the fewest words that keep somebody safe. */
export function ReadBack({ view }: { readonly view: IncidentView }) {
  return (
    <dl className="transfer-packet">
      {readBackLines(view).map(([what, words]) => (
        <div key={what}>
          <dt>{what}</dt>
          <dd dir="auto">{words}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Nothing clinical: place, number, danger and what was done. */
export function readBackLines(view: IncidentView): readonly (readonly [string, string])[] {
  const { place, area, callback, callTypeLabel, recommendation, decision, language, onIt } = view;
  const level = (view.needsDecision ? null : decision?.level) ?? recommendation.level;
  const named = area === null || place.address.includes(area) ? '' : area;
  const at = [place.address, named].filter((each) => each.trim() !== '').join(', ');
  return [
    ['Where', at === '' ? 'Not known: ask' : at],
    ['Callback', callback ?? 'None: ask for a number'],
    ['About', [callTypeLabel, `level ${level}`].filter((each) => each !== null).join(', ')],
    ['Weapons, violence', dangers(view.facts, ['weapon', 'violence'])],
    ['Suicide, medical', dangers(view.facts, ['suicide', 'medical'])],
    ...(language === null ? [] : [['Language', language.language] as const]),
    ['On it', onIt.map(({ who, does }) => `${who} ${does}`).join('; ') || 'nobody but you'],
  ];
}

function dangers(facts: readonly FactLine[], topics: readonly FactLine['topic'][]): string {
  const asked = facts.filter(({ topic }) => topics.includes(topic));
  const yes = asked.filter(({ reading }) => reading === 'yes');
  const open = asked.filter(
    ({ reading, mandatory }) => reading === 'unknown' || (mandatory && reading === 'not-asked'),
  );
  const said = yes.map(
    ({ label, record }) =>
      `${label}: yes (${record === null ? 'not said by whom' : INFORMANT_LABELS[record.current.informant]})`,
  );
  const unknown = open.map(({ label }) => label.toLowerCase());
  if (said.length === 0 && unknown.length === 0) return 'Asked, and none';
  return [...said, ...(unknown.length === 0 ? [] : [`not known: ${unknown.join(', ')}`])].join(
    '; ',
  );
}
