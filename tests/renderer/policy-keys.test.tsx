import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { deskStore } from '#renderer/desk/desk-store.ts';
import { parseCommand } from '#renderer/keys/command-line-parse.ts';
import { runCommand } from '#renderer/keys/command-line-run.ts';
import { strokeOf } from '#renderer/keys/stroke.ts';
import { useKeymap } from '#renderer/keys/use-keymap.ts';
import { useWindowKeys } from '#renderer/keys/window-keys.ts';
import { press } from './policy-fixtures.ts';
import { atTheConsole, CLEO, DANA, person, SAM, sitDown } from './sheets-fixtures.ts';

atTheConsole(SAM);

function Keys() {
  useKeymap();
  useWindowKeys();
  return <main>The desk</main>;
}

test.each([
  ['p', 'policy'],
  ['r', 'overrides'],
] as const)('g %s takes a supervisor there', async (key, screen) => {
  render(<Keys />);
  await press('g');
  await press(key);
  expect(deskStore.getState().screen).toBe(screen);
  expect(deskStore.getState().armed).toBeNull();
});

test.each([DANA, CLEO, person('Ada Moss', 'admin')])(
  'anybody else is told whose it is: $role',
  async (operator) => {
    sitDown(operator);
    render(<Keys />);
    const { screen } = deskStore.getState();
    for (const key of ['p', 'r']) {
      await press('g');
      await press(key);
      expect(deskStore.getState().screen).toBe(screen);
      expect(deskStore.getState().notice?.text).toContain('is the supervisor’s');
    }
  },
);

test('the command line goes there by a word', async () => {
  render(<Keys />);
  expect(await runCommand(parseCommand('policy'))).toBeNull();
  expect(deskStore.getState().screen).toBe('policy');
  expect(await runCommand(parseCommand('overrides'))).toBeNull();
  expect(deskStore.getState().screen).toBe('overrides');
});

test('redo is another stroke than undo', () => {
  const z = { key: 'Z', code: 'KeyZ', ctrlKey: true, metaKey: false, altKey: false };
  expect(strokeOf({ ...z, shiftKey: true })?.key).toBe('Ctrl+Shift+Z');
  expect(strokeOf({ ...z, key: 'z', shiftKey: false })?.key).toBe('Ctrl+Z');
});
