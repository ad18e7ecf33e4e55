import { offlineTexts } from '#locales/offline.ts';
import { ageOf } from './ages.ts';
import { onChange } from './changes.ts';
import type { Field } from './field.ts';
import { allRecords } from './outbox.ts';
import type { OutboxRecord } from './record.ts';

/** How long to gather changes before the line says something else, in milliseconds. */
const pause = 150;

/** Keeps the line on top of every field page true: the network, what waits and how long, and what was just kept. */
export function showStatus(place: HTMLElement, field: Field): void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const soon = () => {
		clearTimeout(timer);
		timer = setTimeout(() => void show(), pause);
	};
	async function show(): Promise<void> {
		const lines = linesOf(await allRecords(), field);
		const said = lines.map((line) => {
			const element = document.createElement('span');
			element.textContent = line;
			return element;
		});
		place.replaceChildren(...said);
		place.dataset.network = navigator.onLine ? 'on' : 'off';
	}
	onChange(soon);
	addEventListener('online', soon);
	addEventListener('offline', soon);
	// "3 minutes ago" becomes four.
	setInterval(soon, 60_000);
	void show();
}

function linesOf(records: readonly OutboxRecord[], { person, language }: Field): string[] {
	const t = offlineTexts[language];
	const mine = records.filter((record) => record.person.id === person.id);
	const unsent = mine.filter(({ state }) => state === 'waiting' || state === 'sending');
	const refused = mine.filter(({ state }) => state === 'refused').length;
	const oldest = Math.min(...unsent.map(({ savedAt }) => savedAt));
	const saved = mine.find(({ id, state }) => id === justSaved() && state !== 'received');
	return [
		...(saved ? [t.saved(saved.title)] : []),
		...(navigator.onLine ? [] : [t.offline]),
		...(unsent.length > 0
			? [`${t.waitingCount(unsent.length)}, ${t.oldest(ageOf(oldest, Date.now(), language))}`]
			: []),
		...(refused > 0 ? [t.refusedCount(refused)] : []),
		...(unsent.length + refused > 0
			? []
			: [mine.some(({ state }) => state === 'received') ? t.allReceived : t.nothingWaits]),
	];
}

/** The record that was kept by the form somebody comes from: the form says so in the address. */
function justSaved(): string | undefined {
	return /^#bewaard=([\w-]+)$/.exec(location.hash)?.[1];
}
