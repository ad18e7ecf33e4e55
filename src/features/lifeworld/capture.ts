import { fieldTexts } from '#locales/field.ts';
import { attachForm, type AttachedForm } from '#offline/attach-form.ts';
import type { AttachedPhotos } from '#offline/attach-photos.ts';
import type { Field } from '#offline/field.ts';
import { filesOf } from '#offline/outbox.ts';
import type { CaptureForm } from './capture-form.ts';
import { missingIn, titleOf } from './capture-form.ts';
import { fillFromAddress, keepWalk, showWalk } from './capture-walk.ts';
import { startPlaces } from './capture-places.ts';
import { startRoute } from './capture-route.ts';

/**
 * What the field pages add to the server's HTML: the forms go into the queue, the nearest place is found, a tap on the map
 * is a place, and what is noted on a walk belongs to it. Everything on the page works without it.
 */
export async function startCapture(root: ParentNode, field: Field): Promise<void> {
	showWalk(root);
	for (const holder of root.querySelectorAll<HTMLElement>('[data-places]')) startPlaces(holder);
	for (const holder of root.querySelectorAll<HTMLElement>('[data-route]')) startRoute(holder);
	const holder = root.querySelector<HTMLElement>('[data-capture]');
	const form = holder?.querySelector('form');
	if (!holder || !form) return;
	fillFromAddress(form);
	fillMoment(form, new Date());
	await attach(form, field, JSON.parse(holder.dataset.capture ?? '{}') as CaptureForm);
}

async function attach(form: HTMLFormElement, field: Field, capture: CaptureForm): Promise<void> {
	const t = fieldTexts[field.language];
	const photos = form.querySelector<HTMLElement>('[data-photos]');
	let attached: AttachedForm | null = null;
	let pictures: Awaited<ReturnType<typeof photosOf>> | undefined;
	attached = await attachForm(form, field, {
		...capture,
		title: (body) => titleOf(body, chosenPlace(form), t.untitled[capture.kind]),
		check: (body) => [...missingIn(body, capture.kind, t), ...(pictures?.problems() ?? [])],
		mayLeave: () => {
			if (capture.kind === 'walk' && attached) keepWalk(attached.draftId);
			return pictures?.areKept() ?? true;
		},
	});
	if (attached && photos) pictures = await photosOf(photos, attached, field);
}

/** Shows the field for photos: at once where one is needed or some wait in the draft, else when somebody asks for it. */
async function photosOf(holder: HTMLElement, { draftId, goOn }: AttachedForm, field: Field) {
	let shown: AttachedPhotos | undefined;
	const show = async () => {
		const { attachPhotos } = await import('#offline/attach-photos.ts');
		shown = await attachPhotos(holder, draftId, field, goOn);
	};
	holder.querySelector('[data-without]')?.remove();
	const button = holder.querySelector('button');
	if (!button || (await filesOf(draftId)).length > 0) await show();
	else {
		button.hidden = false;
		button.addEventListener('click', () => void show());
	}
	return {
		problems: () => [
			...(holder.dataset.photos === 'required' && shown?.count() === 0
				? [{ path: 'photos', message: fieldTexts[field.language].photoMissing }]
				: []),
			...(shown?.problems() ?? []),
		],
		areKept: () => shown?.areKept() ?? true,
	};
}

/** The name of the place that was tapped. */
function chosenPlace(form: HTMLFormElement): string {
	const chosen = form.querySelector<HTMLInputElement>('[name=placeId]:checked');
	return chosen?.value ? (chosen.labels?.[0]?.textContent?.trim() ?? '') : '';
}

/** Puts the moment in that it is now: a page that was kept on the phone says when it was kept. */
function fillMoment(form: HTMLFormElement, now: Date): void {
	const on = form.querySelector<HTMLInputElement>('[name=happenedOn]');
	const at = form.querySelector<HTMLInputElement>('[name=happenedTime]');
	if (!on || !at || on.value !== on.defaultValue || at.value !== at.defaultValue) return;
	const shown = new Intl.DateTimeFormat('nl-NL', {
		timeZone: 'Europe/Amsterdam',
		dateStyle: 'short',
		timeStyle: 'short',
	}).formatToParts(now);
	const part = (type: string) => shown.find((one) => one.type === type)?.value ?? '';
	const year = String(now.getFullYear());
	// As what the form begins with, not as something that was filled in.
	on.defaultValue = `${part('day').padStart(2, '0')}-${part('month').padStart(2, '0')}-${year}`;
	at.defaultValue = `${part('hour').padStart(2, '0')}:${part('minute').padStart(2, '0')}`;
}
