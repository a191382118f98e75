import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answered, fold, opened, policy } from '../support/given.ts';
import { ANSWERS, type Answer } from '#shared/facts/fact.ts';
import { mentionsIn, saidIn } from '#shared/call-type/narrative-nexus.ts';
import { NARRATIVE_RULES } from '#shared/call-type/narrative-rules.ts';
import { nexusOf, type NexusSource } from '#shared/phone/nexus.ts';

const PHRASES = NARRATIVE_RULES.map(({ phrase }) => phrase);
const phrasesIn = (words: string) => saidIn(mentionsIn(words)).map(({ said }) => said);

const QUIET = 'A tree has fallen over the road.';

function source(more: Partial<NexusSource> = {}): NexusSource {
  return { callType: 'OTHER', facts: {}, words: QUIET, ...more };
}
const nexus = (more: Partial<NexusSource>) => nexusOf(source(more), policy);
const facts = (fact: string, answer: Answer) => fold([answered(fact, answer)]).facts;

describe('where the nexus comes from, and how it says so', () => {
  test('nothing points to it: it is not on the list', () => {
    expect(nexus({})).toBeNull();
    expect(nexus({ callType: null })).toBeNull();
    expect(nexus({ callType: 'GONE-FROM-THE-POLICY' })).toBeNull();
  });

  test('a type that says so is enough, one that asks is possible', () => {
    expect(nexus({ callType: 'MHDIST' })).toEqual({
      standing: 'yes',
      because: ['type: Mental-health disturbance, yes'],
    });
    expect(nexus({ callType: 'WELBNG' })).toEqual({
      standing: 'possible',
      because: ['type: Check well-being, ask'],
    });
  });

  test.each(['behavioral', 'substance', 'overdose', 'thoughts', 'attempt-now', 'suicide-high'])(
    '%s: a yes is enough, an unknown is possible, a no is nothing',
    (fact) => {
      const { label } = policy.facts.find(({ id }) => id === fact)!;
      expect(nexus({ facts: facts(fact, 'yes') })).toEqual({
        standing: 'yes',
        because: [`${label}: yes`],
      });
      expect(nexus({ facts: facts(fact, 'unknown') })).toMatchObject({ standing: 'possible' });
      expect(nexus({ facts: facts(fact, 'no') })).toBeNull();
    },
  );

  test('what was answered long ago was still said', () => {
    const aged = { type: 'incident.facts-aged', why: 'time', facts: ['thoughts'] } as const;
    const { facts: old } = fold([
      answered('thoughts', 'yes'),
      { ...aged, incidentId: opened.incidentId },
    ]);
    expect(nexus({ facts: old })?.standing).toBe('yes');
  });

  test('diagnosis, medication, homelessness and earlier calls are no nexus (invariant 5)', () => {
    for (const fact of ['diagnosis', 'medication-stopped', 'unhoused', 'called-before'])
      expect(nexus({ facts: facts(fact, 'yes') }), fact).toBeNull();
  });

  test('words are said as they stand there, the surest reason first', () => {
    const words = 'He HEARS  voices; he says he is suicidal, and he was drinking.';
    expect(nexus({ words, callType: 'WELBNG', facts: facts('behavioral', 'unknown') })).toEqual({
      standing: 'possible',
      because: [
        'Behavioral: unknown',
        'words: “suicidal”',
        'words: “hears voices”',
        'words: “drinking”',
        'type: Check well-being, ask',
      ].map((each) =>
        each.startsWith('Behavioral')
          ? `${policy.facts.find(({ id }) => id === 'behavioral')!.label}: unknown`
          : each,
      ),
    });
  });
});

describe('the phrases', () => {
  test.each([
    ['I don’t want to live any more', ['want to live']],
    ['She can’t go on like this', ['can t go on']],
    ['My brother is psychotic', ['psychotic']],
    ['He overdosed on fentanyl', ['overdosed', 'fentanyl']],
    ['the invoices are seeing things', ['seeing things']],
    ['A methodical man in the metropolis', []],
    ['The drunken sailor’s invoices', []],
    ['', []],
    ['💊🙂 mentally', ['mentally']],
  ])('in “%s”', (words, found) => expect(phrasesIn(words)).toEqual(found));

  test('each of the list is found in a sentence of its own', () => {
    for (const phrase of PHRASES) {
      const said = phrase.replace('*', '');
      expect(phrasesIn(`She said ${said}, and hung up.`).length, phrase).toBeGreaterThan(0);
    }
  });

  test('a page of two hundred thousand letters is read like a short one', () => {
    expect(phrasesIn(`${'a '.repeat(100_000)}naloxone`)).toEqual(['naloxone']);
  });
});

const anyFact = fc.constantFrom(...policy.facts.map(({ id }) => id));
const anySource: fc.Arbitrary<NexusSource> = fc.record({
  callType: fc.constantFrom(null, 'X', ...policy.callTypes.map(({ code }) => code)),
  words: fc.oneof(
    fc.string(),
    fc.array(fc.constantFrom(...PHRASES, 'the', 'no')).map((all) => all.join(' ')),
  ),
  facts: fc
    .array(fc.tuple(anyFact, fc.constantFrom(...ANSWERS)), { maxLength: 8 })
    .map((all) => fold(all.map(([fact, answer]) => answered(fact, answer))).facts),
});

test('whoever is behavioral by type or by an answer is on the list, whatever else was said', () => {
  fc.assert(
    fc.property(anySource, (said) => {
      const type = policy.callTypes.find(({ code }) => code === said.callType);
      const yes = type?.behavioral === 'yes' || said.facts['behavioral']?.current.answer === 'yes';
      if (yes) expect(nexusOf(said, policy)?.standing).toBe('yes');
    }),
  );
});

test('more words never take anybody off the list, and never make it sure', () => {
  fc.assert(
    fc.property(anySource, fc.string(), (said, more) => {
      const before = nexusOf(said, policy);
      const after = nexusOf({ ...said, words: `${said.words} . ${more}` }, policy);
      if (before !== null) expect(after?.standing).toBe(before.standing);
      else expect(after?.standing ?? 'possible').toBe('possible');
    }),
  );
});
