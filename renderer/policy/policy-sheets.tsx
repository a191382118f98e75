import '../style/policy.css';

/** The sheets of the workshop, as one file to fetch. */
export { HistorySheet } from './history-sheet.tsx';
export { ProposalSheet } from './proposal-sheet.tsx';
export { PublishSheet } from './publish-sheet.tsx';
export { CallOffSheet, StepBackSheet } from './reason-sheets.tsx';
