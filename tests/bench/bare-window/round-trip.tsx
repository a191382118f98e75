import { StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

declare global {
  interface Window {
    readonly bare: { ask(input: unknown): Promise<unknown> };
  }
}

/** A key press, one round trip, one state, one commit: nothing here could be left out. */
function RoundTrip() {
  const [answer, setAnswer] = useState('nothing asked');
  useEffect(() => {
    const onKey = (event: KeyboardEvent) =>
      void window.bare
        .ask(`${event.key} ${event.timeStamp}`)
        .then((said) => setAnswer(String(said)));
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);
  return <p id="answer">{answer}</p>;
}

const mount = document.getElementById('mount');
if (mount !== null)
  createRoot(mount).render(
    <StrictMode>
      <RoundTrip />
    </StrictMode>,
  );
