import type { Language } from '#locales/messages.ts';
import type { ChosenPhoto } from './chosen-photo.ts';

export interface PhotoFieldOptions {
	language: Language;
	/** The photos of a draft, to go on with. */
	photos?: readonly ChosenPhoto[];
	/** Told after every change (chosen, cleaned, answered, blurred, left out), with all of them: plain objects. */
	onchange: (photos: ChosenPhoto[]) => void;
}
