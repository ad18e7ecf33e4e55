/** Lets a text area grow with its text in browsers that lack CSS `field-sizing`. */
export function grow(area: HTMLTextAreaElement): (() => void) | undefined {
	if (CSS.supports('field-sizing', 'content')) return undefined;
	const fit = () => {
		area.style.blockSize = 'auto';
		area.style.blockSize = `${area.scrollHeight + 2}px`;
	};
	fit();
	area.addEventListener('input', fit);
	return () => area.removeEventListener('input', fit);
}
