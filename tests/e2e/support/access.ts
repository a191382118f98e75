import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What axe finds wrong with the page, or with one part of it: the rule and the element, each once. */
export async function violations(page: Page, part?: string): Promise<string[]> {
  // Legacy mode: Electron has no second target for axe to open.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations: found } = await (part === undefined ? axe : axe.include(part)).analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${target.join(' ')}, ${html}`),
  );
}

/** Axe finds nothing in either theme. `screen` is said when it does. */
export async function cleanInBothThemes(page: Page, screen: string, part?: string): Promise<void> {
  for (const theme of ['dark', 'light']) {
    await page.evaluate((name) => {
      document.documentElement.dataset['theme'] = name;
    }, theme);
    expect(await violations(page, part), `${screen}, ${theme}`).toEqual([]);
  }
}
