import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answered, dana, fold as foldFrom, opened, policy, START } from '../../support/given.ts';
import { setWordsAside } from '#shared/call-type/decide-flag.ts';
import { mentionsIn, saidIn } from '#shared/call-type/narrative-nexus.ts';
import { MEANINGS, NARRATIVE_RULES } from '#shared/call-type/narrative-rules.ts';
import { flagOf, NO_NARRATIVE, withNoted } from '#shared/call-type/words-flag.ts';
import { evolveIncident, type IncidentEvent } from '#shared/incident/incident-events.ts';
import { recommendedNow } from '#shared/incident/recommended-now.ts';
import { nexusOf } from '#shared/phone/nexus.ts';

const { incidentId } = opened;
/** Its caller says nothing that would raise the mark. */
const silent = evolveIncident(null, { ...opened, words: '' } as IncidentEvent, {
  at: START,
  by: dana,
});
const fold = (events: readonly IncidentEvent[]) => foldFrom(events, silent);
const note = (text: string, kind = 'dispatch'): IncidentEvent =>
  ({ type: 'incident.note-added', incidentId, kind, text }) as IncidentEvent;
const typed = (callType: string): IncidentEvent => ({
  type: 'incident.call-type-set',
  incidentId,
  callType,
});
const quiet: IncidentEvent = typed('WELBNG');
const flagAfter = (...events: IncidentEvent[]) => flagOf(fold([quiet, ...events]), policy);

describe('what is found in words', () => {
  test.each([
    ['He is suicidal.', [['suicidal', false]]],
    ['He is not suicidal.', [['suicidal', true]]],
    [
      'She denies being suicidal, but hears voices',
      [
        ['suicidal', true],
        ['hears voices', false],
      ],
    ],
    ['No weapon. Suicidal.', [['suicidal', false]]],
    ['does not want to live', [['want to live', false]]],
    ['NOT MAKING SENSE', [['not making sense', false]]],
    [
      'not drinking; drinking now',
      [
        ['drinking', true],
        ['drinking', false],
      ],
    ],
  ] as const)('%s', (text, found) => {
    expect(mentionsIn(text).map(({ said, denied }) => [said, denied])).toEqual(found);
  });

  test('each stands where it says, so that the words can be marked', () => {
    const text = 'Caller: he’s HEARING\u00a0voices — “off his  meds”, suicidal?';
    expect(mentionsIn(text).map(({ from, to }) => text.slice(from, to))).toEqual([
      'suicidal',
      'HEARING\u00a0voices',
      'off his  meds',
    ]);
  });

  test('what is said once and denied elsewhere was said', () => {
    expect(saidIn(mentionsIn('Not suicidal, she says. He says: suicidal.'))).toMatchObject([
      { said: 'suicidal', denied: false },
    ]);
  });

  test('every rule has a meaning, and no phrase stands twice', () => {
    for (const { means } of NARRATIVE_RULES) expect(MEANINGS).toHaveProperty(means);
    const phrases = NARRATIVE_RULES.map(({ phrase }) => phrase);
    expect(new Set(phrases).size).toBe(phrases.length);
  });

  test('any text has an end and an answer', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        for (const { from, to } of mentionsIn(text)) expect(text.slice(from, to)).not.toBe('');
      }),
      { numRuns: 200 },
    );
    expect(mentionsIn('suicidal '.repeat(100_000)).length).toBeLessThanOrEqual(41);
  });
});

describe('the mark', () => {
  test('a note raises it, and it asks the policy’s question', () => {
    expect(flagAfter(note('He hears voices, off his meds.'))).toEqual({
      says: 'says “hears voices”, “off his meds”',
      mentions: [
        { said: 'hears voices', means: 'hearing or believing what others do not' },
        { said: 'off his meds', means: 'medication that was stopped' },
      ],
      asks: {
        fact: 'behavioral',
        question: policy.facts.find(({ id }) => id === 'behavioral')!.question,
      },
    });
  });

  test('words that say it is not so do not raise it', () => {
    expect(flagAfter(note('She is not suicidal and was not drinking.'))).toBeNull();
  });

  test.each(['clinical', 'part-2', 'justice'])('a %s note is never looked at', (kind) => {
    expect(fold([note('suicidal', kind)]).narrative).toEqual(NO_NARRATIVE);
  });

  test('it goes when the type says it or somebody has asked, and not by a type that says no', () => {
    const said = note('He hears voices.');
    expect(flagAfter(said, typed('MHDIST'))).toBeNull();
    for (const answer of ['yes', 'no', 'unknown'] as const)
      expect(flagAfter(said, answered('behavioral', answer)), answer).toBeNull();
    const byType = { ...answered('behavioral', 'no'), informant: 'record' } as IncidentEvent;
    expect(flagAfter(said, typed('OTHER'), byType)).not.toBeNull();
  });

  test('a person sets the words aside with a reason; other words raise it again', () => {
    const before = fold([quiet, note('He hears voices.')]);
    const events = setWordsAside(before, 'A radio play.', policy) as IncidentEvent[];
    expect(events).toEqual([
      {
        type: 'incident.words-set-aside',
        incidentId,
        said: ['hears voices'],
        reason: 'A radio play.',
      },
    ]);
    const after = [quiet, note('He hears voices.'), ...events];
    expect(flagOf(fold(after), policy)).toBeNull();
    expect(flagOf(fold([...after, note('hears voices')]), policy)).toBeNull();
    expect(flagOf(fold([...after, note('Now suicidal')]), policy)?.says).toBe('says “suicidal”');
    expect(setWordsAside(fold(after), 'Again.', policy)).toMatchObject({ refused: 'no-flag' });
    // For a clinician it stays what was said.
    expect(nexusOf(fold(after), policy)?.because).toContain('note: “hears voices”');
  });

  test('as many words as a person can read are kept', () => {
    const all = NARRATIVE_RULES.map(({ phrase }) => phrase.replace('*', '')).join('. ');
    expect(withNoted(NO_NARRATIVE, all).noted).toHaveLength(12);
  });
});

const anyNote = fc
  .array(
    fc.constantFrom(...NARRATIVE_RULES.map(({ phrase }) => phrase.replace('*', '')), 'not', 'the'),
    { maxLength: 8 },
  )
  .map((words) => note(words.join(' ')));
const anyAnswer = fc
  .tuple(
    fc.constantFrom(...policy.facts.map(({ id }) => id)),
    fc.constantFrom('yes', 'no', 'unknown'),
  )
  .map(([fact, answer]) => answered(fact, answer as 'yes'));

test('nothing that words say changes the recommendation, an answer or what is decided', () => {
  fc.assert(
    fc.property(
      fc.array(anyAnswer, { maxLength: 8 }),
      fc.array(anyNote, { minLength: 1, maxLength: 3 }),
      (answers, notes) => {
        const without = fold([quiet, ...answers]);
        const flagged = fold([quiet, ...notes.slice(0, 1), ...answers, ...notes.slice(1)]);
        const aside = setWordsAside(flagged, 'Looked at.', policy);
        const after = Array.isArray(aside)
          ? fold([quiet, ...notes, ...answers, ...(aside as IncidentEvent[])])
          : flagged;
        for (const incident of [flagged, after]) {
          expect(recommendedNow(incident, policy)).toEqual(recommendedNow(without, policy));
          expect({ ...incident, narrative: null }).toEqual({ ...without, narrative: null });
        }
      },
    ),
    { numRuns: 60 },
  );
});
