import { StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

interface Pushed {
  readonly hear: (told: (text: string) => void) => void;
}

/** What was pushed, one state, one commit, one line: nothing here could be left out. */
function LastLine() {
  const [line, setLine] = useState('nothing pushed');
  useEffect(() => {
    let count = 0;
    (window as unknown as { bare: Pushed }).bare.hear((text) => {
      count += 1;
      setLine(`push ${count}: ${text.length} characters`);
    });
  }, []);
  return <p id="answer">{line}</p>;
}

const mount = document.getElementById('mount');
if (mount !== null)
  createRoot(mount).render(
    <StrictMode>
      <LastLine />
    </StrictMode>,
  );
