import { mount } from 'svelte';
import { offlineTexts } from '#locales/offline.ts';
import type { ChosenPhoto } from '#ui/photo/chosen-photo.ts';
import type { Field } from './field.ts';
import FieldPhotos from './FieldPhotos.svelte';
import type { FormProblem } from './form-check.ts';
import { filesOf } from './outbox.ts';

export interface AttachedPhotos {
	/** What is still to be answered about them, as a problem of the form. */
	problems: () => FormProblem[];
	/** How many there are, on the device or on the screen only. */
	count: () => number;
	/** Whether all of them lie on the device: then the page may be left. */
	areKept: () => boolean;
}

/**
 * Puts the field for photos and files in a place of a form, with those that were chosen before. `owner` is the id of the
 * form's draft; `onkept` is called when those that had no room have it. Fetch this file by `import()`: it brings Svelte along, which the rest of the page does without.
 */
export async function attachPhotos(
	place: HTMLElement,
	owner: string,
	{ language }: Field,
	onkept: () => void,
): Promise<AttachedPhotos> {
	const kept = (await filesOf(owner)).map(
		({ owner: _, confirmed: __, ...photo }): ChosenPhoto => photo,
	);
	let shown: readonly ChosenPhoto[] = kept;
	let missing = 0;
	place.replaceChildren();
	mount(FieldPhotos, {
		target: place,
		props: {
			owner,
			kept,
			language,
			onstate: (photos: readonly ChosenPhoto[], unkept: number) => {
				const hadNoRoom = missing > 0;
				shown = photos;
				missing = unkept;
				if (hadNoRoom && unkept === 0 && photos.length > 0) onkept();
			},
		},
	});
	return {
		problems: () =>
			shown.some(({ consent }) => consent === '')
				? [{ path: '', message: offlineTexts[language].noConsent }]
				: [],
		count: () => shown.length,
		areKept: () => missing === 0,
	};
}
