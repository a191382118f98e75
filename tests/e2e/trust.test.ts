import { expect, test } from '@playwright/test';
import { consoleAs } from './support/center.ts';

test('the page is in a sandbox and can reach nothing but its one door', async () => {
  const { app, page, close } = await consoleAs('Dana');
  const reach = await page.evaluate(async () => {
    const bridge = (window as unknown as { caredesk: Record<string, unknown> }).caredesk;
    const network = await fetch('https://example.com').then(
      () => 'reached',
      () => 'refused',
    );
    return {
      node: typeof (globalThis as Record<string, unknown>)['process'],
      require: typeof (globalThis as Record<string, unknown>)['require'],
      bridge: Object.keys(bridge).sort(),
      opened: window.open('https://example.com') === null,
      notifications: await Notification.requestPermission(),
      network,
    };
  });
  expect(reach).toEqual({
    node: 'undefined',
    require: 'undefined',
    bridge: ['ask', 'handOver', 'subscribe'],
    opened: true,
    notifications: 'denied',
    network: 'refused',
  });
  const before = page.url();
  await page.evaluate(() => {
    location.href = 'https://example.com/';
  });
  await page.waitForTimeout(200);
  expect(page.url()).toBe(before);
  expect(before).toMatch(/^app:\/\//);
  const windows = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  expect(windows).toBe(1);
  await close();
});

test('bad questions get a sentence, and a dispatcher’s window never holds clinical text', async () => {
  const secret = 'clinical words only for clinicians';
  const { page, close } = await consoleAs('Dana', (seed) => {
    const incidentId = seed.incident('4500 N Broadway, Uptown');
    const cleo = seed.as('Cleo Clinician');
    seed.give(cleo, 'incident.add-note', { incidentId, kind: 'clinical', text: secret });
  });
  const ask = (topic: unknown, input: unknown) =>
    page.evaluate(
      ([asked, given]) =>
        (
          window as unknown as { caredesk: { ask(t: unknown, i: unknown): Promise<unknown> } }
        ).caredesk.ask(asked, given),
      [topic, input] as const,
    );
  expect(await ask('__proto__', {})).toMatchObject({ ok: false, refused: 'unknown-topic' });
  expect(await ask('call.receive', { evil: true })).toMatchObject({ ok: false });
  expect(await ask('unit.add', { unitId: 'X1' })).toMatchObject({
    ok: false,
    refused: 'not-allowed',
  });

  const board = (await ask('board.snapshot', {})) as {
    value: { incidents: { incidentId: string }[] };
  };
  const incidentId = board.value.incidents[0]?.incidentId;
  const view = JSON.stringify(await ask('incident.focus', { incidentId }));
  expect(view).toContain('4500 N Broadway');
  expect(view).not.toContain(secret);
  await close();
});
