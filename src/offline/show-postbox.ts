import { mount } from 'svelte';
import type { Field } from './field.ts';
import Postbox from './Postbox.svelte';

/** Shows in a place of the page what waits on this phone. Fetched by the one page that has that place. */
export function showPostbox(place: HTMLElement, field: Field): void {
	place.replaceChildren();
	mount(Postbox, { target: place, props: { field } });
}
