import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { hearWall } from './wall/wall-store.ts';
import { WallScreen } from './wall/wall-screen.tsx';
import { readPreferences } from './desk/preferences.ts';
import './style/tokens.css';
import './style/wall.css';

// The look of this workstation, also when it is changed at the console.
const look = () => {
  document.documentElement.dataset['theme'] = readPreferences().theme;
};
look();
window.addEventListener('storage', look);
hearWall();

const mount = document.getElementById('wall');
if (mount !== null)
  createRoot(mount).render(
    <StrictMode>
      <WallScreen />
    </StrictMode>,
  );
