import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { FromBrowser, FromServer } from '../src/link/wire';
import { NOW } from './cast';
import { detail, pastCalls, refusal, story, switchroomFacts, toMend, type Scene } from './scenes';

/** How a scene is looked at. */
export interface View {
  readonly language: string;
  readonly theme: 'light' | 'dark';
  readonly width: number;
  readonly height: number;
}

/** Plays the server for one scene in a browser of its own, at one moment of one day. */
export async function play(browser: Browser, url: string, scene: Scene, view: View): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: view.width, height: view.height },
    locale: view.language,
    colorScheme: view.theme,
    reducedMotion: 'reduce',
    timezoneId: 'Asia/Tehran',
  });
  await answerRest(context, scene);
  const page = await context.newPage();
  await page.clock.setFixedTime(NOW);
  await page.routeWebSocket('**/ws', (socket) => {
    const say = (message: FromServer) => socket.send(JSON.stringify(message));
    socket.onMessage((text) => {
      const asked = JSON.parse(String(text)) as FromBrowser;
      if (asked.type !== 'sync' && scene.reply !== undefined) {
        say({ type: 'reply', request: asked.request, ok: scene.reply === null, because: scene.reply });
      }
    });
    if (scene.snapshot !== null) {
      [scene.snapshot, ...(scene.then ?? [])].forEach(say);
    }
  });
  await page.goto(url + scene.path);
  await page.evaluate(() => document.fonts.ready);
  return page;
}

async function answerRest(context: BrowserContext, scene: Scene): Promise<void> {
  const answers: Record<string, unknown> = {
    '/api/session': scene.me,
    '/api/calls': { rows: pastCalls, next: 'older' },
    '/api/calls/pbx1/90': detail,
    '/api/calls/pbx1/90/why': story,
    '/api/recordings/trouble': toMend,
    '/api/switchroom': switchroomFacts,
    '/api/past': scene.past,
  };
  await context.route('**/api/**', (route) => {
    const answer = answers[new URL(route.request().url()).pathname] ?? null;
    return answer === null
      ? route.fulfill({ status: 401, contentType: 'application/problem+json', body: JSON.stringify(refusal) })
      : route.fulfill({ json: answer });
  });
}
