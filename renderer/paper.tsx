import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { KIT_DRAWN_TOPIC, KIT_TOPIC } from '#shared/contract/kit-topics.ts';
import type { ToPrint } from '#shared/paper/to-print.ts';
import { bridge } from './desk/bridge.ts';
import { KitPages } from './paper/kit-pages.tsx';
import { PacketPage } from './paper/packet-page.tsx';
import { RecoveryPage } from './paper/recovery-page.tsx';
import { ReferralPage } from './paper/referral-page.tsx';
import { SigningKeysPage } from './paper/signing-keys-page.tsx';
import { ServicePage } from './paper/service-page.tsx';
import { ReportPages } from './paper/report-pages.tsx';
import { SafetyPlanPage } from './paper/safety-plan-page.tsx';
import './style/tokens.css';
import './style/paper.css';

// Drawn once, for the printer; nobody sees this page.
async function draw(mount: HTMLElement): Promise<void> {
  const reply = await bridge().ask(KIT_TOPIC, {});
  if (!reply.ok) return;
  const paper = reply.value as ToPrint;
  flushSync(() => createRoot(mount).render(pagesOf(paper)));
  await bridge().ask(KIT_DRAWN_TOPIC, {});
}

function pagesOf(paper: ToPrint) {
  switch (paper.is) {
    case 'kit':
      return <KitPages kit={paper.kit} />;
    case 'packet':
      return <PacketPage preview={paper.preview} />;
    case 'safety-plan':
      return <SafetyPlanPage sheet={paper.sheet} />;
    case 'outcomes':
      return <ReportPages report={paper} />;
    case 'referral':
      return <ReferralPage page={paper} />;
    case 'recovery-key':
      return <RecoveryPage page={paper} />;
    case 'signing-keys':
      return <SigningKeysPage page={paper} />;
    case 'service':
      return <ServicePage printed={paper} />;
  }
}

const mount = document.getElementById('paper');
if (mount !== null) void draw(mount);
