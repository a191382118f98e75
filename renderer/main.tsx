import { lazy, StrictMode, Suspense, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { ConsoleShell } from './console-shell.tsx';
import { startFeed } from './desk/board-feed.ts';
import { useDesk } from './desk/desk-store.ts';
import { reloadHello } from './desk/refresh-hello.ts';
import { NoticeLine } from './parts/notice.tsx';
import './style/tokens.css';
import './style/console.css';

const FirstRun = lazy(() =>
  import('./first-run/first-run.tsx').then(({ FirstRun }) => ({ default: FirstRun })),
);
const Unlock = lazy(() =>
  import('./store-key/unlock.tsx').then(({ Unlock }) => ({ default: Unlock })),
);
const SignOn = lazy(() =>
  import('./sign-on/sign-on.tsx').then(({ SignOn }) => ({ default: SignOn })),
);

/** No center yet, nobody signed on, or the console itself. */
function Desk() {
  const locked = useDesk((desk) => desk.storeLocked);
  const known = useDesk((desk) => desk.hello !== null);
  const center = useDesk((desk) => desk.hello?.center != null);
  const session = useDesk((desk) => desk.hello?.session?.operatorId ?? null);
  const theme = useDesk((desk) => desk.theme);
  const density = useDesk((desk) => desk.density);

  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
    document.documentElement.dataset['density'] = density;
  }, [theme, density]);

  if (locked)
    return (
      <Suspense fallback={<Opening />}>
        <Unlock />
      </Suspense>
    );
  if (!known) return <Opening />;
  return (
    <Suspense fallback={<Opening />}>
      {!center ? <FirstRun /> : session === null ? <SignOn /> : <ConsoleShell key={session} />}
    </Suspense>
  );
}

function Opening() {
  return (
    <main className="opening">
      <h1>CareDesk</h1>
      <NoticeLine />
    </main>
  );
}

// All at once and before anything is drawn: the board comes as soon as main has it.
startFeed();
void reloadHello();

const mount = document.getElementById('console');
if (mount !== null)
  createRoot(mount).render(
    <StrictMode>
      <Desk />
    </StrictMode>,
  );
