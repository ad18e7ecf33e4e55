import type { ChosenPhoto } from './chosen-photo.ts';

export type PhotoListProps = {
	name: string;
	photos: readonly ChosenPhoto[];
	onchange: (photos: ChosenPhoto[]) => void;
};
