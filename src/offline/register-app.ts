import { offlineTexts } from '#locales/offline.ts';
import type { Field } from './field.ts';

/** What the pages tell the service worker. */
export type WorkerMessage =
	/** These pages should open without a network, for this person. */
	| { kind: 'keep'; personId: string; paths: string[] }
	/** The new version may take over. */
	| { kind: 'take_over' };

const address = '/service-worker.js';

/** Makes the field open without a network: starts the service worker, tells it what to keep, and offers a new version. */
export function registerApp(field: Field, place: HTMLElement): void {
	if (!('serviceWorker' in navigator)) return;
	void register(field, place);
}

async function register(field: Field, place: HTMLElement): Promise<void> {
	const registration = await navigator.serviceWorker.register(address, { type: 'module' });
	const offer = () => {
		if (registration.waiting && navigator.serviceWorker.controller)
			offerNewVersion(registration, field, place);
	};
	offer();
	registration.addEventListener('updatefound', () => {
		registration.installing?.addEventListener('statechange', offer);
	});
	const { active } = await navigator.serviceWorker.ready;
	const { person, trajectory } = field;
	// Where somebody is first; what else they may choose comes after that.
	const here = trajectory ? [trajectory.home, location.pathname + location.search] : [];
	const paths = [...new Set([...here, '/veld'])];
	active?.postMessage({ kind: 'keep', personId: person.id, paths } satisfies WorkerMessage);
}

function offerNewVersion(
	{ waiting }: ServiceWorkerRegistration,
	{ language }: Field,
	place: HTMLElement,
): void {
	const notices = place.querySelector('[data-notices]');
	if (!notices || !waiting || notices.querySelector('[data-new-version]')) return;
	const t = offlineTexts[language];
	const bar = Object.assign(document.createElement('p'), { className: 'ui-field-bar' });
	bar.dataset.newVersion = '';
	const button = Object.assign(document.createElement('button'), {
		type: 'button',
		className: 'nl-button nl-button--secondary',
		textContent: t.refresh,
	});
	button.addEventListener('click', () => {
		// Every letter is kept already; the page comes back with what was typed.
		navigator.serviceWorker.addEventListener('controllerchange', () => location.reload());
		waiting.postMessage({ kind: 'take_over' } satisfies WorkerMessage);
	});
	bar.append(Object.assign(document.createElement('span'), { textContent: t.newVersion }), button);
	notices.append(bar);
}
