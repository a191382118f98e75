import { lazy, type ComponentType } from 'react';
import { useDesk, type SheetName } from '../desk/desk-store.ts';
import { ContactsSheet } from '../contacts/contacts-sheet.tsx';
import { PromiseSheet } from '../contacts/promise-sheet.tsx';
import { HandOverSheet } from '../hand-over/hand-over-sheet.tsx';
import { NewCallSheet } from '../incident/new-call-sheet.tsx';
import { Restorable } from '../parts/restored.tsx';
import { AssignSheet } from './assign-sheet.tsx';
import { CautionSheet } from './caution-sheet.tsx';
import { DispositionSheet } from './disposition-sheet.tsx';
import { FindSheet } from './find-sheet.tsx';
import { HoldSheet } from './hold-sheet.tsx';
import { KeysSheet } from './keys-sheet.tsx';
import { NoteSheet } from './note-sheet.tsx';
import { OperatorsSheet } from './operators-sheet.tsx';
import { OverrideSheet } from './override-sheet.tsx';
import { PastCallsSheet } from './past-calls-sheet.tsx';
import { CorrectSheet, StatusSheet } from './status-sheet.tsx';
import { StageSheet } from './stage-sheet.tsx';
import { TransferSheet } from './transfer-sheet.tsx';
import { WantsSheet } from './wants-sheet.tsx';
import '../style/sheets.css';

// The workshop's own sheets come with the workshop: no other screen opens them.
const loadPolicySheets = () => import('../policy/policy-sheets.tsx');
const PublishSheet = lazy(() =>
  loadPolicySheets().then(({ PublishSheet }) => ({ default: PublishSheet })),
);
const ProposalSheet = lazy(() =>
  loadPolicySheets().then(({ ProposalSheet }) => ({ default: ProposalSheet })),
);
const StepBackSheet = lazy(() =>
  loadPolicySheets().then(({ StepBackSheet }) => ({ default: StepBackSheet })),
);
const CallOffSheet = lazy(() =>
  loadPolicySheets().then(({ CallOffSheet }) => ({ default: CallOffSheet })),
);
const HistorySheet = lazy(() =>
  loadPolicySheets().then(({ HistorySheet }) => ({ default: HistorySheet })),
);

// Read between calls: nobody's start pays for it.
const EchoSheet = lazy(() =>
  import('../echo/echo-sheet.tsx').then(({ EchoSheet }) => ({ default: EchoSheet })),
);
// A clinician's alone.
const AvailabilitySheet = lazy(() =>
  import('./availability-sheet.tsx').then(({ AvailabilitySheet }) => ({
    default: AvailabilitySheet,
  })),
);
// Wanted after an outage: nobody's start pays for it.
const BackEntrySheet = lazy(() =>
  import('../outage/back-entry-sheet.tsx').then(({ BackEntrySheet }) => ({
    default: BackEntrySheet,
  })),
);
const KitSheet = lazy(() =>
  import('../paper/kit-sheet.tsx').then(({ KitSheet }) => ({ default: KitSheet })),
);
// Wanted for a hand-over and for a review: nobody's start pays for it.
const PacketSheet = lazy(() =>
  import('../sharing/packet-sheet.tsx').then(({ PacketSheet }) => ({ default: PacketSheet })),
);
const ReviewSheet = lazy(() =>
  import('../sharing/review-sheet.tsx').then(({ ReviewSheet }) => ({ default: ReviewSheet })),
);
// Clinicians look after referrals between calls.
const ReferralSheet = lazy(() =>
  import('../referral/referral-sheet.tsx').then(({ ReferralSheet }) => ({
    default: ReferralSheet,
  })),
);
// The roster's come with the roster.
const loadRosterSheets = () => import('../roster/roster-sheets.tsx');
const ShiftSheet = lazy(() =>
  loadRosterSheets().then(({ ShiftSheet }) => ({ default: ShiftSheet })),
);
const CopySheet = lazy(() => loadRosterSheets().then(({ CopySheet }) => ({ default: CopySheet })));
const UnitSheet = lazy(() => loadRosterSheets().then(({ UnitSheet }) => ({ default: UnitSheet })));
const ImportSheet = lazy(() =>
  loadRosterSheets().then(({ ImportSheet }) => ({ default: ImportSheet })),
);
// Beside the directory, which is where it is opened.
const DirectoryImportSheet = lazy(() =>
  import('../directory/import-sheet.tsx').then(({ DirectoryImportSheet }) => ({
    default: DirectoryImportSheet,
  })),
);
// Beside the map, which is where it is opened.
const AreasSheet = lazy(() =>
  import('../map/areas-sheet.tsx').then(({ AreasSheet }) => ({ default: AreasSheet })),
);
// From the new-call sheet, when a counselor is on the line.
const From988Sheet = lazy(() =>
  import('../transfer/from-988-sheet.tsx').then(({ From988Sheet }) => ({
    default: From988Sheet,
  })),
);
// Now and then a number is dialed by hand.
const DialSheet = lazy(() =>
  import('../transfer/dial-sheet.tsx').then(({ DialSheet }) => ({ default: DialSheet })),
);
// From an incident, when somebody asks who it is about.
const WhoSheet = lazy(() =>
  import('../person/who-sheet.tsx').then(({ WhoSheet }) => ({ default: WhoSheet })),
);
// When somebody has called about the same before.
const DuplicatesSheet = lazy(() =>
  import('../duplicate/duplicates-sheet.tsx').then(({ DuplicatesSheet }) => ({
    default: DuplicatesSheet,
  })),
);
// From a call, when where it comes from is not clear.
const LocationsSheet = lazy(() =>
  import('../location/locations-sheet.tsx').then(({ LocationsSheet }) => ({
    default: LocationsSheet,
  })),
);
// Kept once in a while, by supervisors.
const PlaceTablesSheet = lazy(() =>
  import('../place/place-tables-sheet.tsx').then(({ PlaceTablesSheet }) => ({
    default: PlaceTablesSheet,
  })),
);
// Installed once in a while, by supervisors.
const ScreenerSheet = lazy(() =>
  import('../screener/screener-sheet.tsx').then(({ ScreenerSheet }) => ({
    default: ScreenerSheet,
  })),
);

// Set up once, by supervisors and administrators.
const IntakeLinesSheet = lazy(() =>
  import('../intake-lines/intake-lines-sheet.tsx').then(({ IntakeLinesSheet }) => ({
    default: IntakeLinesSheet,
  })),
);

// Looked at after an import, by supervisors and administrators.
const CallTypesSheet = lazy(() =>
  import('../call-type/call-types-sheet.tsx').then(({ CallTypesSheet }) => ({
    default: CallTypesSheet,
  })),
);

// The calls behind a figure, beside the outcomes.
const FigureCallsSheet = lazy(() =>
  import('../outcomes/figure-calls-sheet.tsx').then(({ FigureCallsSheet }) => ({
    default: FigureCallsSheet,
  })),
);

const SHEETS: Readonly<Record<SheetName, ComponentType>> = {
  assign: AssignSheet,
  override: OverrideSheet,
  disposition: DispositionSheet,
  status: StatusSheet,
  'correct-status': CorrectSheet,
  hold: HoldSheet,
  transfer: TransferSheet,
  availability: AvailabilitySheet,
  note: NoteSheet,
  caution: CautionSheet,
  'contact-promise': PromiseSheet,
  contacts: ContactsSheet,
  referrals: ReferralSheet,
  echo: EchoSheet,
  'hand-over': HandOverSheet,
  wants: WantsSheet,
  stage: StageSheet,
  packet: PacketSheet,
  'disclosure-review': ReviewSheet,
  'new-call': NewCallSheet,
  'from-988': From988Sheet,
  dial: DialSheet,
  find: FindSheet,
  keys: KeysSheet,
  kit: KitSheet,
  'back-entry': BackEntrySheet,
  operators: OperatorsSheet,
  'past-calls': PastCallsSheet,
  'policy-publish': PublishSheet,
  'policy-proposal': ProposalSheet,
  'policy-step-back': StepBackSheet,
  'policy-call-off': CallOffSheet,
  'policy-history': HistorySheet,
  'roster-shift': ShiftSheet,
  'roster-copy': CopySheet,
  'roster-unit': UnitSheet,
  'roster-import': ImportSheet,
  areas: AreasSheet,
  'directory-import': DirectoryImportSheet,
  who: WhoSheet,
  duplicates: DuplicatesSheet,
  locations: LocationsSheet,
  screener: ScreenerSheet,
  'place-tables': PlaceTablesSheet,
  'intake-lines': IntakeLinesSheet,
  'call-types': CallTypesSheet,
  'figure-calls': FigureCallsSheet,
};

/** The one sheet that is open, named by the desk store; nothing while none is. */
export function ActiveSheet() {
  const sheet = useDesk((desk) => desk.sheet);
  if (sheet === null) return null;
  const Named = SHEETS[sheet];
  return (
    <Restorable key={sheet}>
      <Named />
    </Restorable>
  );
}
