import { fieldTexts } from '#locales/field.ts';
import { lifeworldTexts } from '#locales/lifeworld.ts';
import { offlineTexts } from '#locales/offline.ts';
import type { Person } from './person.ts';

/** Saves a form of the field app and waits until the municipality has it. */
export async function savesInField(someone: Person): Promise<void> {
	await someone.presses(someone.words(lifeworldTexts).save);
	await isReceived(someone);
}

/**
 * Waits on the first page of the field app until what was just saved has arrived: with scripts it goes by way of the queue
 * on this device, without them the server's answer says so.
 */
export async function isReceived(someone: Person): Promise<void> {
	if (!someone.way.scripts) return someone.reads(someone.words(fieldTexts).kept);
	// The form page may say so too, of what was sent before.
	await someone.page.waitForURL(/\/veld(\?[^#]*)?#bewaard=/);
	await someone.reads(someone.words(offlineTexts).allReceived);
}

/** Goes from there to what was saved, of which the text begins so. */
export async function opensSaved(someone: Person, text: string): Promise<void> {
	const t = someone.words(fieldTexts);
	if (someone.way.scripts) {
		await someone.follows(t.toLifeworld);
		await someone.follows(text);
	} else await someone.follows(t.lookAtIt);
	await someone.page.waitForURL(/\/bron\//);
	await someone.reads(text);
}
