import { act, fireEvent, render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Topic } from '#shared/contract/console-contract.ts';
import { setScreen } from '#renderer/desk/desk-store.ts';
import { useKeymap } from '#renderer/keys/use-keymap.ts';
import { Unlock } from '#renderer/store-key/unlock.tsx';
import { StoreKey } from '#renderer/store-key/store-key.tsx';
import { atTheConsole } from './sheets-fixtures.ts';

const bench = atTheConsole(null);

const OFFER = {
  recoveryKey: 'AAAAA-BBBBB-CCCCC-DDDDD-EEEEE-FFFFF-GGGGG',
  ask: [1, 7],
  keystore: { available: true, says: 'The keystore keeps the key.' },
};
const STANDING = {
  encrypted: true,
  way: 'keystore',
  fingerprint: '3f2a1b0c9d8e7f60',
  since: '2026-03-03T18:00:00.000Z',
  keystore: OFFER.keystore,
  megabytes: 140,
  aboutSeconds: 5,
  encrypting: null,
  failed: null,
} as const;

function says(topic: Topic, value: unknown) {
  const reply = { ok: true, value } as const;
  bench.main.answer(topic, reply, reply, reply);
}

async function settle(act_: () => unknown) {
  await act(async () => void act_());
}

function type(label: string, text: string) {
  fireEvent.change(screen.getByLabelText(label), { target: { value: text } });
}

async function press(name: string) {
  await settle(() => fireEvent.click(screen.getByRole('button', { name })));
}

async function submit(name: string) {
  await settle(() => fireEvent.submit(screen.getByRole('button', { name }).closest('form')!));
}

test('a locked store says what to do with calls, and opens by the passphrase', async () => {
  says('store-key.locked', { because: 'passphrase', newPassphrase: true });
  await settle(() => render(<Unlock />));
  expect(screen.getByText(/call police and EMS yourself/)).toBeTruthy();
  bench.main.refuse('store-key.unlock', 'That is not the passphrase of the center.');
  type('Passphrase of the center', 'wrong');
  await submit('Open');
  expect(screen.getByRole('alert').textContent).toContain('not the passphrase');
  expect(screen.getByLabelText<HTMLInputElement>('Passphrase of the center').value).toBe('');
  type('Passphrase of the center', 'a passphrase of the center');
  await submit('Open');
  expect(bench.main.inputsOf('store-key.unlock')).toEqual([
    { passphrase: 'wrong' },
    { passphrase: 'a passphrase of the center' },
  ]);
  expect(bench.main.inputsOf('desk.hello')).toHaveLength(1);
});

test('a forgotten passphrase is replaced with the recovery key', async () => {
  says('store-key.locked', { because: 'passphrase', newPassphrase: true });
  await settle(() => render(<Unlock />));
  await press('Use the recovery key');
  type('Recovery key', OFFER.recoveryKey);
  await submit('Open');
  expect(bench.main.inputsOf('store-key.unlock')).toEqual([]);
  const fresh = screen.getByLabelText('New passphrase of the center');
  expect(document.activeElement).toBe(fresh);
  type('New passphrase of the center', 'another one of the center');
  // Put right, the sentence goes; the second one differs still, and says so where it stands.
  expect(fresh.getAttribute('aria-invalid')).toBeNull();
  await submit('Open');
  const again = screen.getByLabelText('The passphrase of the center again');
  expect(document.activeElement).toBe(again);
  expect(again.getAttribute('aria-invalid')).toBe('true');
  type('The passphrase of the center again', 'another one of the center');
  await submit('Open');
  expect(bench.main.inputsOf('store-key.unlock')).toEqual([
    { recoveryKey: OFFER.recoveryKey, newPassphrase: 'another one of the center' },
  ]);
});

test('on another computer the recovery key alone is asked for', async () => {
  says('store-key.locked', { because: 'keystore-lost', newPassphrase: false });
  await settle(() => render(<Unlock />));
  expect(screen.getByText(/comes from another computer/)).toBeTruthy();
  expect(screen.queryByLabelText('Passphrase of the center')).toBeNull();
  type('Recovery key', OFFER.recoveryKey);
  await submit('Open');
  expect(bench.main.inputsOf('store-key.unlock')).toEqual([
    { recoveryKey: OFFER.recoveryKey, newPassphrase: null },
  ]);
});

test('an administrator encrypts by a new key with the own passphrase', async () => {
  says('store-key.standing', STANDING);
  says('store-key.offer', OFFER);
  await settle(() => render(<StoreKey />));
  expect(screen.getByText('the keystore of this computer')).toBeTruthy();
  await press('Encrypt by a new key');
  expect(screen.getByText(/beside the work, in about 5 s/)).toBeTruthy();
  type('Group 1', 'AAAAA');
  type('Group 7', 'GGGGG');
  type('Your own passphrase', 'correct horse');
  await submit('Encrypt by the new key');
  expect(bench.main.inputsOf('store-key.encrypt')).toEqual([
    { own: 'correct horse', way: { by: 'keystore' }, readBack: ['AAAAA', 'GGGGG'] },
  ]);
});

test('a new recovery key and another way to open are asked for apart', async () => {
  says('store-key.standing', { ...STANDING, way: 'passphrase' });
  says('store-key.offer', OFFER);
  await settle(() => render(<StoreKey />));
  await press('Print a new recovery key');
  expect(screen.queryByLabelText('Passphrase of the center')).toBeNull();
  type('Your own passphrase', 'correct horse');
  await submit('Put this recovery key in force');
  expect(bench.main.inputsOf('store-key.renew-recovery')).toEqual([
    { own: 'correct horse', readBack: ['', ''] },
  ]);
  await press('Change the passphrase');
  type('Your own passphrase', 'correct horse');
  await press('Let the keystore open it');
  expect(bench.main.inputsOf('store-key.change-way')).toEqual([
    { own: 'correct horse', way: { by: 'keystore' } },
  ]);
});

test('a plain store is said to be one, and encrypted from here', async () => {
  const plain = { encrypted: false, way: null, fingerprint: null, since: null };
  says('store-key.standing', { ...STANDING, ...plain });
  await settle(() => render(<StoreKey />));
  expect(screen.getByText('This store is not encrypted.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Encrypt the store' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Print a new recovery key' })).toBeNull();
});

test('a group that is not what stands on the paper has the focus again', async () => {
  says('store-key.standing', STANDING);
  says('store-key.offer', OFFER);
  await settle(() => render(<StoreKey />));
  await press('Print a new recovery key');
  type('Group 1', 'aaaaa');
  type('Group 7', 'GGGGX');
  const because = 'Group 7 is not what stands on the paper.';
  bench.main.refuse('store-key.renew-recovery', because, 'read-back-wrong');
  await submit('Put this recovery key in force');
  expect(screen.getByText(/Group 7 is not what stands/)).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByLabelText('Group 7'));
});

test('what was opened is read first, and what is left gives the focus back', async () => {
  says('store-key.standing', STANDING);
  says('store-key.offer', OFFER);
  await settle(() => render(<StoreKey />));
  expect(screen.getByText(/since Mar 3, 2026/)).toBeTruthy();
  await press('Print a new recovery key');
  expect(document.activeElement).toBe(screen.getByRole('group', { name: 'A new recovery key' }));
  await press('Cancel');
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Encrypt by a new key' }));
});

test('while it is encrypted the console goes on, how far it is is shown, and nothing else is offered', async () => {
  const encrypting = { step: 'writing', since: STANDING.since, megabytes: 60 } as const;
  says('store-key.standing', { ...STANDING, encrypting });
  await settle(() => render(<StoreKey />));
  expect(screen.getByText(/take calls and dispatch/)).toBeTruthy();
  expect(screen.getByRole('status').textContent).toBe('Copying and encrypting');
  expect(screen.getByRole('progressbar', { name: 'Megabytes copied' })).toHaveProperty('value', 60);
  expect(screen.getByText('60 of 140 MB')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});

test('whoever comes back after it went wrong reads why', async () => {
  const failed = 'The store stays as it was; nothing is lost. The disk has no room.';
  says('store-key.standing', { ...STANDING, failed });
  await settle(() => render(<StoreKey />));
  expect(screen.getByText(/It was not encrypted anew/).parentElement?.textContent).toContain(
    'The disk has no room',
  );
  expect(screen.getByRole('button', { name: 'Encrypt by a new key' })).toBeTruthy();
});

test('its keys begin what may be done, and nothing else while a form is open', async () => {
  says('store-key.standing', STANDING);
  says('store-key.offer', OFFER);
  function Section() {
    useKeymap();
    return <StoreKey />;
  }
  setScreen('administration');
  await settle(() => render(<Section />));
  const stroke = (key: string, shiftKey = false) =>
    settle(() => fireEvent.keyDown(document.activeElement ?? document.body, { key, shiftKey }));
  await stroke('c');
  expect(screen.getByRole('group', { name: 'How the store opens' })).toBeTruthy();
  await stroke('P', true);
  expect(bench.main.inputsOf('store-key.offer')).toEqual([]);
  await press('Cancel');
  await stroke('P', true);
  expect(screen.getByRole('group', { name: 'A new recovery key' })).toBeTruthy();
});
