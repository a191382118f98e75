import '../style/roster.css';

/** The sheets of the roster, as one file to fetch. */
export { CopySheet } from './copy-sheet.tsx';
export { ImportSheet } from './import-sheet.tsx';
export { ShiftSheet } from './shift-sheet.tsx';
export { UnitSheet } from './unit-sheet.tsx';
