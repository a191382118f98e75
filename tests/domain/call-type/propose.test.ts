import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { policy } from '../../support/given.ts';
import { FIELD_STRINGS } from '#shared/call-type/field-words.ts';
import { knownStrings, learnedStrings } from '#shared/call-type/known-strings.ts';
import { learn } from '#shared/call-type/learn.ts';
import { CONFIDENCES, proposeCallType } from '#shared/call-type/propose.ts';
import { similarStrings } from '#shared/call-type/similar-strings.ts';
import { nexusByType, TYPE_NEXUS } from '#shared/call-type/type-nexus.ts';
import { typeWords } from '#shared/call-type/type-words.ts';

const TYPES = nexusByType(policy);
const propose = (raw: string) => proposeCallType(raw, learnedStrings(), TYPES);

describe('the words of a type string', () => {
  test.each([
    ['127D_Suicide Threat', 'suicide threat'],
    ['*Suicidal Person_In Progress', 'suicide person in-progress'],
    ['34 - SUICIDE', 'suicide'],
    ['SUICIDE - IP/JO SUICIDAL PERSON AND ATTEMPTS', 'suicide in-progress person attempt'],
    ['121C_Mental Disordr N-Viol Wpn', 'mental disorder not-violent weapon'],
    ['MENTAL NOT VIOLENT', 'mental not-violent'],
    ['10-96 SUBJ', 'mental person'],
    ['EDP/VIOLENT', 'mental violent'],
    ['ONE DOWN/DRUG OD', 'one down narcotics overdose'],
    ['PSE/26 - MISSING PERSON', 'missing person'],
    ['WELL-BEING CK', 'welfare check'],
    ['DV A/B I/P-J/H', 'domestic in-progress'],
    ['911 Hang Up', '911 hang up'],
    ['', ''],
    ['--- 12 *** ', ''],
  ])('%j', (raw, words) => {
    expect(
      typeWords(raw)
        .map(({ word }) => word)
        .join(' '),
    ).toBe(words);
  });
});

describe('what is proposed, and why', () => {
  test.each([
    ['PSYCH EMERGENCY', 'MHDIST', 'behavioral'],
    ['MNTL SUBJ VIOLENT', 'MHVIOL', 'behavioral'],
    ['SUIC ATTMPT I/P', 'SUIATT', 'behavioral'],
    ['SUIC THRT', 'SUITHR', 'behavioral'],
    ['OD/POISONING', 'OVERDS', 'behavioral'],
    ['INTOX SUBJ', 'INTOX', 'behavioral'],
    ['WELF CK', 'WELBNG', 'possible'],
    ['UNWANTED SUBJ', 'TRESP', 'possible'],
    ['EMS: ALTERED MENTAL STATUS', 'PERDWN', 'possible'],
    ['VEHICLE THEFT', 'OTHER', 'none'],
  ])('%j: %s', (raw, callType, nexus) => {
    expect(propose(raw)).toMatchObject({ callType, nexus });
  });

  test('the reasons name the word, a string it stands in, and the center that uses it', () => {
    expect(propose('MENTAL CASE').because).toEqual([
      'because of MENTAL, as in “MENTAL PATIENT” (New Orleans)',
    ]);
    expect(propose('XYZZY')).toEqual({
      callType: null,
      nexus: 'none',
      confidence: 'unknown',
      because: ['no known type has the words XYZZY'],
    });
  });

  test('words that are said of everything are only guessed at', () => {
    for (const raw of ['SUSPICIOUS EVENT', 'TROUBLE UNKNOWN', 'Information', 'ASSIST CITIZEN'])
      expect(propose(raw).confidence, raw).toBe('guess');
  });

  test('a word that names it is enough to look, whatever type comes first', () => {
    expect(propose('NON SUICIDAL VEHICLE THEFT REPORT PROPERTY').nexus).not.toBe('none');
  });

  test('a type the policy does not have is not proposed', () => {
    const without = new Map([...TYPES].filter(([code]) => !code.startsWith('MH')));
    expect(proposeCallType('MENTAL PATIENT', learnedStrings(), without).callType).not.toMatch(
      /^MH/,
    );
    expect(proposeCallType('MENTAL PATIENT', learnedStrings(), new Map())).toMatchObject({
      callType: null,
      confidence: 'unknown',
    });
  });

  test('similar strings share the rare words, and come from a center', () => {
    const similar = similarStrings('PH PANHANDLER', learnedStrings());
    expect(similar[0]).toMatchObject({ raw: 'PH - PANHANDLER', centers: ['Dallas'] });
    expect(similarStrings('XYZZY', learnedStrings())).toEqual([]);
  });
});

describe('for every string', () => {
  const anyWords = fc
    .array(
      fc.oneof(
        fc.constantFrom(...knownStrings().map(({ raw }) => raw)),
        fc.string({ unit: 'binary', maxLength: 30 }),
      ),
      { maxLength: 6 },
    )
    .map((parts) => parts.join(' '));

  test('there is an answer with a reason, the same each time and in any writing', () => {
    const again = learn([...FIELD_STRINGS, ...knownStrings()]);
    fc.assert(
      fc.property(anyWords, (raw) => {
        const proposal = propose(raw);
        expect(CONFIDENCES).toContain(proposal.confidence);
        expect(TYPE_NEXUS).toContain(proposal.nexus);
        expect(proposal.because.length).toBeGreaterThan(0);
        expect(proposal.because.join()).not.toContain('undefined');
        expect(proposeCallType(raw, again, TYPES)).toEqual(proposal);
        // Letters without a second case only: “ß” becomes two.
        if (/^[\x20-\x7e]*$/.test(raw)) expect(propose(raw.toLowerCase())).toEqual(proposal);
      }),
      { numRuns: 150 },
    );
  });

  test('a megabyte is read like a short string', () => {
    expect(typeWords('A1 '.repeat(300_000)).length).toBeLessThanOrEqual(24);
    expect(propose(`MENTAL ${'x'.repeat(1_000_000)}`).callType).toBe('MHDIST');
    expect(typeWords(`${'-'.repeat(1_000_000)}MENTAL`)).toEqual([]);
  });
});
