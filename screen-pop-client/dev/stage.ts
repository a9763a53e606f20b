import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { FromBrowser, FromServer, Problem } from '../src/link/wire';
import { book, type Answers } from './book-scenes';
import { NOW } from './cast';
import { ledgerOverview, ledgerPage } from './ledger';
import type { Scene } from './scene';
import { detail, pastCalls, refusal, story, switchroomFacts, toMend } from './scenes';

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
  const noCases = { cases: [], next: null };
  const answers: Record<string, unknown> = {
    '/api/session': scene.me,
    '/api/calls': { rows: pastCalls, next: 'older' },
    '/api/calls/pbx1/1732443262.17/cases': noCases,
    '/api/calls/pbx1/2/cases': noCases,
    '/api/calls/pbx1/90': detail,
    '/api/calls/pbx1/90/why': story,
    '/api/recordings/trouble': toMend,
    '/api/switchroom': switchroomFacts,
    '/api/ledger': scene.ledger ?? ledgerOverview,
    '/api/ledger/differences': ledgerPage,
    '/api/past': scene.past,
  };
  const told: Answers = { ...book, ...scene.answers };
  await context.route('**/api/**', (route) => {
    const { pathname } = new URL(route.request().url());
    const answer = told[`${route.request().method()} ${pathname}`] ?? answers[pathname] ?? refusal;
    return isProblem(answer)
      ? route.fulfill({
          status: answer.status,
          contentType: 'application/problem+json',
          body: JSON.stringify(answer),
        })
      : route.fulfill({ json: answer });
  });
}

const isProblem = (answer: unknown): answer is Problem =>
  typeof answer === 'object' && answer !== null && 'status' in answer && 'title' in answer;
