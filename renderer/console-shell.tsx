import { lazy, Suspense, useEffect } from 'react';
import { keepFeed } from './desk/board-feed.ts';
import { useBoard } from './desk/board-store.ts';
import { deskStore, setScreen, useDesk, type Screen } from './desk/desk-store.ts';
import { keepDrafts, loadDrafts } from './desk/kept-drafts.ts';
import { keepWaiting } from './duplicate/waiting-store.ts';
import { startHeartbeat } from './desk/heartbeat.ts';
import { useRoom } from './desk/room.ts';
import { HandOverBanners } from './hand-over/hand-over-banners.tsx';
import { AttemptsBanner } from './intake-lines/attempts-banner.tsx';
import { IncidentPane } from './incident/incident-pane.tsx';
import { OverdueNominations } from './incident/overdue-nominations.tsx';
import { CommandLine } from './keys/command-line.tsx';
import { UpgradeBar } from './keys/upgrade-bar.tsx';
import { useKeymap } from './keys/use-keymap.ts';
import { focusPane, useDispatchKeys, useWindowKeys } from './keys/window-keys.ts';
import { Queue } from './queue/queue.tsx';
import { followBoard } from './queue/queue-cursor.ts';
import { AlarmBanners } from './safety/alarm-banners.tsx';
import { DuressCover, useCoveringUnit } from './safety/duress-cover.tsx';
import { Announcer } from './sound/announcer.tsx';
import { StatusStrip } from './strip/status-strip.tsx';
import { DraftTrouble } from './strip/draft-trouble.tsx';
import { TroubleBanners } from './strip/trouble-banners.tsx';
import { Veil } from './strip/veil.tsx';
import { TeamsPane } from './units/teams-pane.tsx';

// Nobody’s start pays for it; fetched with the sheets, long before somebody locks.
const loadLock = () => import('./lock/lock-screen.tsx');
const LockScreen = lazy(() => loadLock().then(({ LockScreen }) => ({ default: LockScreen })));
const ClinicianHome = lazy(() =>
  import('./clinician/clinician-home.tsx').then(({ ClinicianHome }) => ({
    default: ClinicianHome,
  })),
);
const WorkshopHome = lazy(() =>
  import('./policy/workshop-home.tsx').then(({ WorkshopHome }) => ({ default: WorkshopHome })),
);
const OverridesHome = lazy(() =>
  import('./overrides/overrides-home.tsx').then(({ OverridesHome }) => ({
    default: OverridesHome,
  })),
);
const RosterHome = lazy(() =>
  import('./roster/roster-home.tsx').then(({ RosterHome }) => ({ default: RosterHome })),
);
const MapHome = lazy(() =>
  import('./map/map-home.tsx').then(({ MapHome }) => ({ default: MapHome })),
);
const OutcomesHome = lazy(() =>
  import('./outcomes/outcomes-home.tsx').then(({ OutcomesHome }) => ({ default: OutcomesHome })),
);
const DirectoryHome = lazy(() =>
  import('./directory/directory-home.tsx').then(({ DirectoryHome }) => ({
    default: DirectoryHome,
  })),
);
const ImportHome = lazy(() =>
  import('./import/import-home.tsx').then(({ ImportHome }) => ({ default: ImportHome })),
);
const PeopleHome = lazy(() =>
  import('./person/people-home.tsx').then(({ PeopleHome }) => ({ default: PeopleHome })),
);
const AdministrationHome = lazy(() =>
  import('./administration/administration-home.tsx').then(({ AdministrationHome }) => ({
    default: AdministrationHome,
  })),
);
const AuditHome = lazy(() =>
  import('./audit/audit-home.tsx').then(({ AuditHome }) => ({ default: AuditHome })),
);
const loadSheets = () => import('./sheets/active-sheet.tsx');
const ActiveSheet = lazy(() => loadSheets().then(({ ActiveSheet }) => ({ default: ActiveSheet })));

/** The console of whoever is signed on: strip, the screen, and a foot that is the same everywhere. */
export function ConsoleShell() {
  const screen = useDesk((desk) => desk.screen);
  const veiled = useDesk((desk) => desk.veiled);
  const locked = useDesk((desk) => desk.hello?.locked === true);
  const hidden = veiled || locked;
  const sheet = useDesk((desk) => desk.sheet);
  const pane = useDesk((desk) => desk.pane);
  const training = useDesk((desk) => desk.hello?.mode === 'training');
  const room = useRoom(sheet !== null);
  const covered = useCoveringUnit() !== null;
  useKeymap();
  useWindowKeys();
  useEffect(runDesk, []);
  // Asks main what a locked console is not told.
  useEffect(() => (locked ? undefined : keepWaiting()), [locked]);
  useFirstFocus();

  return (
    <div
      className="console"
      data-training={training}
      data-sheet={sheet !== null && !locked}
      data-pane-shown={pane}
      data-room={room}
    >
      <DuressCover />
      {/* Under the cover nothing takes the focus; it all stays as it was. */}
      <div className="under" inert={covered}>
        <div className="banners">
          <AlarmBanners />
          <TroubleBanners />
          <DraftTrouble />
          {!hidden && <HandOverBanners />}
          {!hidden && <OverdueNominations />}
          {!hidden && <AttemptsBanner />}
        </div>
        {/* Veiled, nothing about anybody may be in the page for a screen reader or a screenshot either. */}
        {locked ? (
          <Suspense fallback={null}>
            <LockScreen />
          </Suspense>
        ) : veiled ? (
          <Veil />
        ) : (
          <>
            <StatusStrip />
            <div className="stage">
              <ScreenOf screen={screen} />
              <Suspense fallback={null}>{sheet !== null && <ActiveSheet />}</Suspense>
            </div>
          </>
        )}
      </div>
      <footer className="foot">
        <div className="under" inert={covered}>
          {!hidden && <CommandLine />}
        </div>
        <Announcer veiled={hidden} />
        <UpgradeBar />
      </footer>
    </div>
  );
}

function ScreenOf({ screen }: { readonly screen: Screen }) {
  switch (screen) {
    case 'dispatch':
      return <DispatchHome />;
    case 'clinician':
      return (
        <Suspense fallback={null}>
          <ClinicianHome />
        </Suspense>
      );
    case 'outcomes':
      return (
        <Suspense fallback={null}>
          <OutcomesHome />
        </Suspense>
      );
    case 'policy':
      return (
        <Suspense fallback={null}>
          <WorkshopHome />
        </Suspense>
      );
    case 'map':
      return (
        <Suspense fallback={null}>
          <MapHome />
        </Suspense>
      );
    case 'directory':
      return (
        <Suspense fallback={null}>
          <DirectoryHome />
        </Suspense>
      );
    case 'import':
      return (
        <Suspense fallback={null}>
          <ImportHome />
        </Suspense>
      );
    case 'people':
      return (
        <Suspense fallback={null}>
          <PeopleHome />
        </Suspense>
      );
    case 'administration':
      return (
        <Suspense fallback={null}>
          <AdministrationHome />
        </Suspense>
      );
    case 'audit':
      return (
        <Suspense fallback={null}>
          <AuditHome />
        </Suspense>
      );
    case 'overrides':
      return (
        <Suspense fallback={null}>
          <OverridesHome />
        </Suspense>
      );
    case 'roster':
      return (
        <Suspense fallback={null}>
          <RosterHome />
        </Suspense>
      );
  }
}

function DispatchHome() {
  useDispatchKeys();
  return (
    <main className="dispatch">
      <Queue />
      <IncidentPane />
      <TeamsPane />
    </main>
  );
}

function runDesk(): () => void {
  const role = deskStore.getState().hello?.session?.role;
  setScreen(role === 'clinician' ? 'clinician' : 'dispatch');
  const stops = [keepFeed(), followBoard(), startHeartbeat(), keepDrafts()];
  void loadDrafts();
  // Not before the board stands, so that the start stays short; long before the first key opens one.
  const later = setTimeout(() => {
    void loadSheets();
    void loadLock();
  }, 1000);
  return () => {
    clearTimeout(later);
    for (const stop of stops) stop();
  };
}

/** At the start, when the veil lifts and when it is unlocked, the queue has the keys. */
function useFirstFocus(): void {
  const ready = useBoard((board) => board.ready);
  const hidden = useDesk((desk) => desk.veiled || desk.hello?.locked === true);
  useEffect(() => {
    const { screen } = deskStore.getState();
    if (!ready || hidden || screen !== 'dispatch') return;
    if (document.activeElement === document.body) focusPane('queue');
  }, [ready, hidden]);
}
