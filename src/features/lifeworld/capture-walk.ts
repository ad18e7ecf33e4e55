/** Where this phone remembers which neighbourhood walk is under way, for pages that were kept without it. */
const key = 'wijkschouw';

/** Remembers the walk that begins; everything noted from here on belongs to it. */
export function keepWalk(id: string): void {
	sessionStorage.setItem(key, id);
}

/** The walk that is under way: as the address says, or the one that began on this phone. */
function walkUnderWay(): string | null {
	return new URL(location.href).searchParams.get('schouw') ?? sessionStorage.getItem(key);
}

/** Shows on the page with the choices that a walk is under way, and lets every choice belong to it. */
export function showWalk(root: ParentNode): void {
	const section = root.querySelector<HTMLElement>('[data-walk]');
	const id = walkUnderWay();
	if (!section || !id) return;
	keepWalk(id);
	section.hidden = false;
	section.querySelector('a')?.addEventListener('click', () => sessionStorage.removeItem(key));
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
