import { PASSPHRASE, type DeskAtWork } from './desk-at-work.ts';
import { ownFile } from './invented-screener.ts';
import type { Examples } from './topic-examples.ts';
import type { Input } from '#shared/contract/console-contract.ts';
import type { IncidentId, ScreenId } from '#shared/lib/brand.ts';

type ScreenTopic =
  | 'screen.begin'
  | 'screen.answer'
  | 'screen.finish'
  | 'screener.wording'
  | 'screener.kept'
  | 'screener.examine'
  | 'screener.propose'
  | 'screener.approve'
  | 'screener.decline'
  | 'screener.withdraw';

export const SCREENER_TEXT = JSON.stringify(ownFile());

export function screenerProposal(
  more: Partial<Input<'screener.propose'>> = {},
): Input<'screener.propose'> {
  const registration = 'Registered for tests, number 7';
  return { text: SCREENER_TEXT, source: 'screener.json', registration, ...more };
}

/** The wording waits for its second person. */
export function proposedScreener(
  atWork: DeskAtWork,
  more: Partial<Input<'screener.propose'>> = {},
): string {
  return atWork.do(atWork.as('Sam'), 'screener.propose', screenerProposal(more)).made as string;
}

export function screenerInForce(
  atWork: DeskAtWork,
  more: Partial<Input<'screener.propose'>> = {},
): string {
  const hash = proposedScreener(atWork, more);
  atWork.do(atWork.as('Ada'), 'screener.approve', { hash, secondPerson: null });
  return hash;
}

/** Cleo, who is on the line, has begun a screen. */
export function screening(
  atWork: DeskAtWork,
  incidentId: IncidentId,
): { incidentId: IncidentId; screenId: ScreenId } {
  const cleo = atWork.as('Cleo');
  atWork.do(cleo, 'screen.begin', { incidentId });
  const view = atWork.do(cleo, 'incident.focus', { incidentId });
  const screenId = view?.clinical?.screen.screens.at(-1)?.screenId;
  if (screenId === undefined) throw new Error('No screen was begun.');
  return { incidentId, screenId };
}

const noHash = [{ hash: '' }, { hash: 'abc' }, { hash: 'g'.repeat(64) }, { hash: null }];
const noReason = [{ reason: ' ' }, { reason: null }, { reason: 'x'.repeat(301) }, { by: 'Sam' }];
const noText = [{ text: null }, { text: 7 }, { text: 'x'.repeat(512 * 1024 + 1) }];
const noScreen = [{ screenId: '' }, { screenId: null }, { screenId: 'x'.repeat(65) }];
const noInformant = [{ informant: 'record' }, { informant: null }];

/** `talking` opens an incident and takes its call as Cleo. */
export function screenExamples(
  talking: (atWork: DeskAtWork) => IncidentId,
): Pick<Examples, ScreenTopic> {
  return {
    'screen.begin': {
      as: 'Cleo',
      good: (atWork) => ({ incidentId: talking(atWork) }),
      bad: [{ incidentId: '' }, { incidentId: 7 }, { screenId: 'mine' }],
    },
    'screen.answer': {
      as: 'Cleo',
      good: (atWork) => ({
        ...screening(atWork, talking(atWork)),
        role: 'wish',
        answer: 'no',
        informant: 'person',
      }),
      bad: [
        ...noScreen,
        ...noInformant,
        { role: 'score' },
        { role: null },
        { answer: 'maybe' },
        { answer: true },
        { answer: 3 },
      ],
    },
    'screen.finish': {
      as: 'Cleo',
      good: (atWork) => screening(atWork, talking(atWork)),
      bad: [...noScreen, { result: 'low' }],
    },
    'screener.wording': {
      as: 'Cleo',
      good: (atWork) => ({ hash: screenerInForce(atWork) }),
      bad: [...noHash, { language: 'es' }],
    },
    'screener.kept': { as: 'Ada', good: () => ({}), bad: [{ hash: 'x' }, [], 'text'] },
    'screener.examine': {
      as: 'Sam',
      good: () => ({ text: SCREENER_TEXT }),
      bad: [...noText, { source: 'x' }],
    },
    'screener.propose': {
      as: 'Sam',
      good: () => screenerProposal(),
      bad: [
        ...noText,
        { source: ' ' },
        { registration: '' },
        { registration: null },
        { hash: 'x' },
      ],
    },
    'screener.approve': {
      as: 'Ada',
      good: (atWork) => ({ hash: proposedScreener(atWork), secondPerson: null }),
      bad: [
        ...noHash,
        { secondPerson: 'Ada' },
        { secondPerson: { operatorId: 'x' } },
        { secondPerson: { operatorId: 'x', passphrase: PASSPHRASE, role: 'admin' } },
      ],
    },
    'screener.decline': {
      as: 'Sam',
      good: (atWork) => ({ hash: proposedScreener(atWork), reason: 'Wrong file.' }),
      bad: [...noHash, ...noReason],
    },
    'screener.withdraw': {
      as: 'Sam',
      good: (atWork) => ({ hash: screenerInForce(atWork), reason: 'Wrong wording.' }),
      bad: [...noHash, ...noReason],
    },
  };
}
