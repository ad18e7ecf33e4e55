import { mount, unmount } from 'svelte';
import type { PhotoFieldOptions } from './photo-field-options.ts';
import PhotoIsland from './PhotoIsland.svelte';

/** Shows the photos that were chosen, at the end of the field. Gives what takes them away again. */
export function startPhotoIsland(
	field: HTMLElement,
	{ language, photos = [], onchange }: PhotoFieldOptions,
	files: File[],
): () => void {
	const target = document.createElement('div');
	target.dataset.photoIsland = '';
	field.append(target);
	const island = mount(PhotoIsland, {
		target,
		props: { language, begun: photos, files, onchange },
	});
	return () => {
		void unmount(island);
		target.remove();
	};
}
