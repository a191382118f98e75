import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { KIT_DRAWN_TOPIC, KIT_TOPIC } from '#shared/contract/kit-topics.ts';
import type { PaperKit } from '#shared/paper/paper-kit.ts';
import { bridge } from './desk/bridge.ts';
import { KitPages } from './paper/kit-pages.tsx';
import './style/tokens.css';
import './style/paper.css';

// Drawn once, for the printer; nobody sees this page.
async function draw(mount: HTMLElement): Promise<void> {
  const reply = await bridge().ask(KIT_TOPIC, {});
  if (!reply.ok) return;
  flushSync(() => createRoot(mount).render(<KitPages kit={reply.value as PaperKit} />));
  await bridge().ask(KIT_DRAWN_TOPIC, {});
}

const mount = document.getElementById('paper');
if (mount !== null) void draw(mount);
