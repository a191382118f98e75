import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type {
  ConsentLine,
  DisclosureLine,
  IncidentSharing,
  PacketPreview,
} from '#shared/board/sharing-view.ts';
import type { Reply } from '#shared/contract/endpoint.ts';
import { IMMINENT_DANGER } from '#shared/disclosure/disclosure.ts';
import { cutPacket, type Asked } from '#shared/disclosure/cut-packet.ts';
import { packetText } from '#shared/disclosure/packet-text.ts';
import type { ConsentId, DisclosureId } from '#shared/lib/brand.ts';
import { ReviewSheet } from '#renderer/sharing/review-sheet.tsx';
import { PacketSheet } from '#renderer/sharing/packet-sheet.tsx';
import { SharingTool } from '#renderer/sharing/sharing-tool.tsx';
import { runAction } from '#renderer/keys/actions.ts';
import { asked, consent, CONTENT, HEAD, markerOf } from '../support/packet-examples.ts';
import { ago, atTheConsole, CLEO, I12, inFocus, SAM, sitDown, view } from './sheets-fixtures.ts';

const bench = atTheConsole(CLEO);
const DIGEST = 'd'.repeat(64);
const settle = () => act(async () => undefined);

function previewOf(changes: Partial<Asked> = {}): Reply<PacketPreview> {
  const packet = cutPacket(CONTENT, HEAD, asked(changes));
  return { ok: true, value: { packet, text: packetText(packet), digest: DIGEST } };
}

const EMS_CONSENT: ConsentLine = {
  ...consent({ givenAt: ago(60), expiresAt: ago(-3600) }),
  recordedByName: 'Cleo Brandt',
  holds: true,
};

const WENT: DisclosureLine = {
  disclosureId: 'disclosure-1' as DisclosureId,
  incidentId: I12,
  number: 12,
  at: ago(120),
  byName: 'Cleo Brandt',
  recipient: 'ems',
  to: 'Ambulance 31',
  purpose: 'emergency',
  way: 'read-aloud',
  nature: ['Dispatch record', 'Clinical summary'],
  basis: ['emergency: 42 CFR 2.51'],
  digest: DIGEST,
  readBack: 2,
  emergency: IMMINENT_DANGER,
  reviewBy: ago(-1000),
  overdue: true,
  reviewed: null,
};

async function tool(
  previews: readonly Reply<PacketPreview>[],
  sharing: IncidentSharing = { consents: [], disclosures: [] },
  breaking = false,
) {
  bench.main.answer('disclosure.preview', ...previews);
  bench.main.answer('sharing.of-incident', { ok: true, value: sharing });
  render(<SharingTool view={view()} breaking={breaking} onBreaking={() => undefined} />);
  await settle();
}

test('what goes stands there word for word, and beside it what stays and why', async () => {
  await tool([previewOf()]);
  const goes = screen.getByRole('region', { name: 'Goes to EMS' });
  expect(goes.textContent).toContain(markerOf('location'));
  expect(goes.textContent).not.toContain(markerOf('clinical'));
  const stays = screen.getByRole('region', { name: 'Stays here' });
  expect(stays.textContent).toMatch(/Clinical summary\. No consent to clinical text/);
  expect(stays.textContent).not.toContain(markerOf('clinical'));
});

test('a packet goes as it was looked at, and is read back part by part', async () => {
  await tool([previewOf()]);
  bench.main.answer('disclosure.make', { ok: true, value: { seq: 9, made: 'disclosure-1' } });
  fireEvent.change(screen.getByLabelText('Who takes it'), { target: { value: 'Medic Reyes' } });
  fireEvent.click(screen.getByRole('button', { name: 'Read aloud' }));
  await settle();
  expect(bench.main.inputsOf('disclosure.make')).toMatchObject([
    {
      recipient: 'ems',
      purpose: 'treatment',
      to: 'Medic Reyes',
      way: 'read-aloud',
      seen: { digest: DIGEST },
    },
  ]);
  const aloud = screen.getByRole('region', { name: 'Read aloud and read back' });
  fireEvent.click(within(aloud).getByRole('checkbox', { name: 'Location' }));
  fireEvent.click(within(aloud).getByRole('button', { name: /Read back: 1 of/ }));
  await settle();
  expect(bench.main.inputsOf('disclosure.read-back')).toEqual([
    { disclosureId: 'disclosure-1', sections: ['location'] },
  ]);
});

test('what main refuses stands beside the buttons, and nothing is read', async () => {
  await tool([previewOf()]);
  bench.main.refuse('disclosure.make', 'The packet has changed since it was previewed.');
  fireEvent.click(screen.getByRole('button', { name: 'Read aloud' }));
  await settle();
  expect(screen.getByText(/has changed since it was previewed/)).toBeTruthy();
  expect(screen.queryByRole('region', { name: 'Read aloud and read back' })).toBeNull();
});

test('nothing that may not go can be let go, by button or key', async () => {
  await tool([previewOf({ recipient: 'ems', readable: [] })]);
  fireEvent.click(screen.getByRole('button', { name: 'Read aloud' }));
  act(() => void runAction('phone.print'));
  await settle();
  expect(screen.getByText('Nothing may go to them for this purpose.')).toBeTruthy();
  expect(bench.main.inputsOf('disclosure.make')).toEqual([]);
});

test('a consent is written down in two strokes, filled in for whom it is', async () => {
  await tool([previewOf()]);
  fireEvent.click(screen.getByRole('button', { name: 'Consent…' }));
  const confirm = screen.getByRole('button', { name: 'They consent' });
  expect(document.activeElement).toBe(confirm);
  fireEvent.click(confirm);
  await settle();
  expect(bench.main.inputsOf('consent.give')).toEqual([
    {
      incidentId: I12,
      recipient: 'ems',
      consenter: 'adult',
      way: 'spoken',
      hours: 24,
      partitions: ['clinical'],
      purposes: ['treatment'],
    },
  ]);
});

test('a consent that holds can be revoked, one that has ended cannot', async () => {
  const ended: ConsentLine = {
    ...EMS_CONSENT,
    consentId: 'consent-2' as ConsentId,
    recipient: 'hospital',
    holds: false,
    ended: { why: 'time', at: ago(5), by: CLEO.operatorId },
  };
  await tool([previewOf()], { consents: [EMS_CONSENT, ended], disclosures: [] });
  expect(screen.getByText('Consent for EMS holds.')).toBeTruthy();
  const [revoke, ...others] = screen.getAllByRole('button', { name: /Revoke/ });
  expect(others).toEqual([]);
  fireEvent.click(revoke!);
  await settle();
  expect(bench.main.inputsOf('consent.revoke')).toEqual([{ consentId: 'consent-1' }]);
});

test('the emergency disclosure is ready at once: Enter on what stands there does it', async () => {
  await tool([previewOf({ purpose: 'emergency' })], undefined, true);
  const now = screen.getByRole('button', { name: 'Disclose now' });
  expect(document.activeElement).toBe(now);
  expect(screen.getByText(/42 CFR 2\.51/)).toBeTruthy();
  bench.main.answer('disclosure.emergency', { ok: true, value: { seq: 9, made: 'disclosure-1' } });
  fireEvent.click(now);
  await settle();
  expect(bench.main.inputsOf('disclosure.emergency')).toEqual([
    { incidentId: I12, recipient: 'ems', to: '', why: IMMINENT_DANGER, way: 'read-aloud' },
  ]);
  expect(screen.getByRole('region', { name: 'Read aloud and read back' }).textContent).toContain(
    markerOf('part-2'),
  );
});

test('what went is listed with its review, and none of its words', async () => {
  await tool([previewOf()], { consents: [], disclosures: [WENT] });
  const went = screen.getByRole('region', { name: 'What went' });
  expect(went.textContent).toMatch(/EMS.*Ambulance 31.*read aloud, 2 read back/);
  expect(went.textContent).toContain('Emergency: its review is overdue.');
});

test('dispatch looks at a packet for police first, and at none for family', async () => {
  bench.main.answer('disclosure.preview', previewOf({ recipient: 'police', purpose: 'response' }));
  render(<PacketSheet />);
  inFocus(view());
  await settle();
  expect(screen.getByRole('region', { name: 'Goes to Police' })).toBeTruthy();
  const offered = within(screen.getByLabelText('For')).getAllByRole('option');
  expect(offered.map(({ textContent }) => textContent)).not.toContain('Family or guardian');
});

test('a supervisor reviews with words, and the list is asked for again', async () => {
  sitDown(SAM);
  const reviewed = { words: 'Right.', at: ago(1), byName: 'Sam Whitfield' };
  bench.main.answer(
    'disclosure.to-review',
    { ok: true, value: { lines: [WENT], waiting: 1 } },
    { ok: true, value: { lines: [{ ...WENT, reviewed, overdue: false }], waiting: 0 } },
  );
  render(<ReviewSheet />);
  await settle();
  expect(screen.getByText(/overdue/)).toBeTruthy();
  fireEvent.change(screen.getByLabelText('What you found about incident 12'), {
    target: { value: 'Right.' },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Reviewed' }));
  await settle();
  expect(bench.main.inputsOf('disclosure.review')).toEqual([
    { disclosureId: 'disclosure-1', words: 'Right.' },
  ]);
  expect(screen.getByText(/by/, { selector: 'p:last-child' }).textContent).toMatch(
    /Sam Whitfield: Right\./,
  );
});
