/** A walk that nobody ended is over after so long, in milliseconds. */
const longest = 12 * 60 * 60 * 1000;

/**
 * Where this phone remembers which neighbourhood walk is under way in this trajectory: for pages that were kept without
 * it, and for when the app is closed in between.
 */
const key = () => `wijkschouw ${location.pathname.replace(/\/veld(\/.*)?$/, '')}`;

/** Remembers the walk that begins; everything noted from here on belongs to it. */
export function keepWalk(id: string): void {
	localStorage.setItem(key(), JSON.stringify({ id, begun: Date.now() }));
}

/** The walk that is under way: as the address says, or the one that began on this phone. */
function walkUnderWay(): string | null {
	const said = new URL(location.href).searchParams.get('schouw');
	if (said) return said;
	const { id = null, begun = 0 } = JSON.parse(localStorage.getItem(key()) ?? '{}') as Walk;
	return Date.now() - begun < longest ? id : null;
}

interface Walk {
	id?: string;
	begun?: number;
}

/** Shows on the page with the choices that a walk is under way, and lets every choice belong to it. */
export function showWalk(root: ParentNode): void {
	const section = root.querySelector<HTMLElement>('[data-walk]');
	const id = walkUnderWay();
	if (!section || !id) return;
	keepWalk(id);
	section.hidden = false;
	section.querySelector('a')?.addEventListener('click', () => localStorage.removeItem(key()));
	for (const link of root.querySelectorAll<HTMLAnchorElement>('[data-field-choices] a')) {
		const to = new URL(link.href);
		to.searchParams.set('schouw', id);
		link.href = to.href;
	}
}

/** Puts in what the address says: a page that was kept on the phone was made without it. */
export function fillFromAddress(form: HTMLFormElement): void {
	const place = new URL(location.href).searchParams.get('plek');
	const walk = form.querySelector<HTMLInputElement>('[name=walkId]');
	if (walk && walk.value === '') walk.value = walkUnderWay() ?? '';
	if (place === null) return;
	for (const radio of form.querySelectorAll<HTMLInputElement>('[name=placeId]'))
		radio.defaultChecked = radio.checked = radio.value === place;
}
