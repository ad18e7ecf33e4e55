/**
 * The script of the field pages: all the JavaScript that they load by themselves. What they are without it is the server's
 * HTML; this adds keeping every letter, the queue, and opening without a network.
 */
import { startCapture } from '#features/lifeworld/capture.ts';
import { offlineTexts } from '#locales/offline.ts';
import { canKeep } from '#offline/attach-form.ts';
import { openAt } from '#offline/database.ts';
import { fieldOf } from '#offline/field.ts';
import { listKeptPages } from '#offline/list-kept-pages.ts';
import { askToKeep } from '#offline/storage.ts';
import { registerApp } from '#offline/register-app.ts';
import { sendQueue } from '#offline/send-queue.ts';
import { startSending } from '#offline/sending.ts';
import { showStatus } from '#offline/status-line.ts';
import { allRecords, filesOf, keepFile, queue, tidyUp } from '#offline/outbox.ts';

const field = fieldOf(document);
const place = document.querySelector<HTMLElement>('#field');

async function begin(): Promise<void> {
	const kept = document.querySelector<HTMLElement>('[data-kept-pages]');
	if (kept) await listKeptPages(kept);
	if (!field || !place) return;
	place.hidden = false;
	const status = place.querySelector<HTMLElement>('[data-status]');
	if (status && !canKeep()) status.textContent = offlineTexts[field.language].cannotKeep;
	if (!canKeep()) return;
	if (status) showStatus(status, field);
	const postbox = document.querySelector<HTMLElement>('#postbox');
	if (postbox) void import('#offline/show-postbox.ts').then((it) => it.showPostbox(postbox, field));
	registerApp(field, place);
	startSending();
	await startCapture(document, field);
	await tidyUp();
	await askToKeep();
}

void begin();

/** For the console and for tests: the outbox of this device as the pages use it. */
export const outbox = { allRecords, filesOf, keepFile, openAt, queue, sendQueue };
