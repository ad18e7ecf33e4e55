/** A tap on a place puts it at the end of the route. */
export function startRoute(holder: HTMLElement): void {
	const route = holder.closest('form')?.querySelector<HTMLTextAreaElement>('[name=route]');
	if (!route) return;
	holder.hidden = false;
	for (const button of holder.querySelectorAll('button'))
		button.addEventListener('click', () => {
			const lines = route.value.trimEnd();
			route.value = lines === '' ? button.value : `${lines}\n${button.value}`;
			route.dispatchEvent(new Event('input', { bubbles: true }));
		});
}
