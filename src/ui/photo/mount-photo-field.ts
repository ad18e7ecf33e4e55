import type { PhotoFieldOptions } from './photo-field-options.ts';

/**
 * Makes of the field that the server wrote (`PhotoField`, `[data-photos]`) one that cleans photos on the device. Until
 * somebody chooses a photo it is this small file; the rest is fetched then. The raw file never goes along with the form.
 * Gives what takes it away again.
 */
export function mountPhotoField(field: HTMLElement, options: PhotoFieldOptions): () => void {
	const input = field.querySelector<HTMLInputElement>('input[type=file]');
	const questions = field.querySelector<HTMLElement>('[data-photo-questions]');
	if (!input || !questions) return () => {};
	// The island asks them of each photo.
	for (const control of questions.querySelectorAll('input')) control.disabled = true;
	questions.hidden = true;
	input.multiple = true;
	input.removeAttribute('name');
	let takeAway = () => {};
	const begin = async (files: File[]) => {
		input.disabled = true;
		try {
			const { startPhotoIsland } = await import('./photo-island.ts');
			takeAway = startPhotoIsland(field, options, files);
			for (const child of [...field.children])
				if (child instanceof HTMLElement && !child.matches('[data-photo-island]'))
					child.hidden = true;
		} catch {
			// No connection to fetch it over: what was chosen stays chosen, and the next choice tries again.
			input.disabled = false;
		}
	};
	const choose = () => void begin([...(input.files ?? [])]);
	input.addEventListener('change', choose);
	if (options.photos?.length) void begin([]);
	// Chosen before this file was there.
	else if (input.files?.length) choose();
	return () => {
		input.removeEventListener('change', choose);
		takeAway();
	};
}
