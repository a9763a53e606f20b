import { mkdirSync } from 'node:fs';
import axe from 'axe-core';
import { chromium, type Browser, type Page } from 'playwright-core';
import { preview, type PreviewServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenes } from './scenes';
import { play, type View } from './stage';

const pictures = new URL('../../.santral/look/', import.meta.url).pathname;

/** Both directions, both themes, three widths; SANTRAL_LOOK=all looks at every combination. */
const views: readonly View[] =
  process.env['SANTRAL_LOOK'] === 'all'
    ? ['en', 'fa', 'ar', 'ru'].flatMap((language) =>
        (['light', 'dark'] as const).flatMap((theme) =>
          [1366, 1920, 360].map((width) => view(language, theme, width)),
        ),
      )
    : [
        view('en', 'light', 1366),
        view('fa', 'dark', 1366),
        view('ar', 'light', 360),
        view('ru', 'dark', 360),
      ];

function view(language: string, theme: 'light' | 'dark', width: number): View {
  return { language, theme, width, height: width === 1920 ? 1080 : width === 360 ? 720 : 768 };
}

describe('every scene', () => {
  let server: PreviewServer;
  let browser: Browser;

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    server = await preview({ preview: { port: 8075, strictPort: false } });
    browser = await chromium.launch({
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
    });
  });

  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  const named = process.env['SANTRAL_SCENES'];
  const wanted = scenes.filter(({ name }) => named === undefined || new RegExp(named).test(name));
  const all = wanted.flatMap((scene) => views.map((look) => ({ scene, look })));
  it.concurrent.each(all)(
    '$scene.name is sound in $look.language, $look.theme, $look.width px',
    async ({ scene, look }) => {
      const page = await play(browser, server.resolvedUrls?.local[0]?.replace(/\/$/, '') ?? '', scene, look);
      const said: string[] = [];
      page.on('console', (line) => {
        if (line.type() === 'error' && !/ (?:401|404|412|415|422) /.test(line.text())) {
          said.push(line.text());
        }
      });
      page.on('pageerror', (error) => said.push(error.message));
      await page.getByTestId(scene.me === null ? 'login-form' : 'link-banner').waitFor({ state: 'attached' });
      await page.locator('.banner-connecting').waitFor({ state: 'detached' });
      await scene.act?.(page);
      await page.screenshot({
        path: `${pictures}${scene.name}-${look.language}-${look.theme}-${look.width}.png`,
        fullPage: true,
      });
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(look.width);
      expect(said).toEqual([]);
      await page.context().close();
    },
  );
});

async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const result = await page.evaluate(() =>
    (window as unknown as { axe: typeof axe }).axe.run({ resultTypes: ['violations'] }),
  );
  return result.violations.map(
    (found) => `${found.id}: ${found.nodes.map((node) => node.target.join(' ')).join(', ')}`,
  );
}
