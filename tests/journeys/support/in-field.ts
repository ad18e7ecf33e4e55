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
 * on this device, without them, or when they had not come yet, the server's answer says so.
 */
export async function isReceived(someone: Person): Promise<void> {
	await someone.page.waitForURL(/\/veld\?([^#]*&)?bewaard=|\/veld(\?[^#]*)?#bewaard=/);
	if (isByQueue(someone)) await someone.reads(someone.words(offlineTexts).allReceived);
	else await someone.reads(someone.words(fieldTexts).kept);
}

/** Goes from there to what was saved, of which the text begins so. */
export async function opensSaved(someone: Person, text: string): Promise<void> {
	const t = someone.words(fieldTexts);
	if (isByQueue(someone)) {
		await someone.follows(t.toLifeworld);
		await someone.follows(text);
	} else await someone.follows(t.lookAtIt);
	await someone.page.waitForURL(/\/bron\//);
	await someone.reads(text);
}

function isByQueue({ page }: Person): boolean {
	return new URL(page.url()).hash.startsWith('#bewaard=');
}
