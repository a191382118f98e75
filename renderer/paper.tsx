import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { KIT_DRAWN_TOPIC, KIT_TOPIC } from '#shared/contract/kit-topics.ts';
import type { ToPrint } from '#shared/paper/to-print.ts';
import { bridge } from './desk/bridge.ts';
import { KitPages } from './paper/kit-pages.tsx';
import { PacketPage } from './paper/packet-page.tsx';
import './style/tokens.css';
import './style/paper.css';

// Drawn once, for the printer; nobody sees this page.
async function draw(mount: HTMLElement): Promise<void> {
  const reply = await bridge().ask(KIT_TOPIC, {});
  if (!reply.ok) return;
  const paper = reply.value as ToPrint;
  flushSync(() =>
    createRoot(mount).render(
      paper.is === 'kit' ? <KitPages kit={paper.kit} /> : <PacketPage preview={paper.preview} />,
    ),
  );
  await bridge().ask(KIT_DRAWN_TOPIC, {});
}

const mount = document.getElementById('paper');
if (mount !== null) void draw(mount);
