import type { ThemeFigures } from './theme-figures.queries.server.ts';

/** What stands in the address for the figures of every theme. */
export const everyTheme = 'alle';

/**
 * Beside which themes of the form figures are shown. The address says it, so that a link shows the same and it works
 * without JavaScript; with it, they are fetched once when the first theme is opened, and the form itself stays as it is.
 */
export class ShownFigures {
	/** Null until they are fetched. */
	now = $state.raw<ThemeFigures | null>(null);
	hasFailed = $state(false);
	#open = $state.raw<readonly string[]>([]);
	#asked: string | null = null;
	readonly #trajectoryId: string;
	readonly #form: string;

	constructor(trajectoryId: string, form: string) {
		this.#trajectoryId = trajectoryId;
		this.#form = form;
	}

	/** What the address asks for now, with the figures that came with the page; what was opened since stays open. */
	take({ asked, figures }: { asked: string | null; figures: ThemeFigures | null }): void {
		if (asked !== this.#asked) this.#open = asked ? [asked] : [];
		this.#asked = asked;
		this.now = figures ?? this.now;
	}

	isOpen(theme: string): boolean {
		return this.#open.includes(theme) || this.#open.includes(everyTheme);
	}

	/** Where the form is with these figures open, or closed again. */
	href(theme: string): string {
		if (this.isOpen(theme)) return `${this.#form}#thema-${theme}`;
		return `${this.#form}?cijfers=${encodeURIComponent(theme)}#thema-${theme}`;
	}

	/** Opens or closes the figures of a theme in their place, instead of going there. */
	toggle(event: MouseEvent, theme: string): void {
		if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
		// With every theme open, closing one is a matter of the address.
		if (this.#open.includes(everyTheme)) return;
		event.preventDefault();
		this.#open = this.#open.includes(theme)
			? this.#open.filter((one) => one !== theme)
			: [...this.#open, theme];
		if (!this.now) void this.#fetch();
	}

	async #fetch(): Promise<void> {
		this.hasFailed = false;
		const address = `/api/v1/trajecten/${this.#trajectoryId}/invulschema/cijfers`;
		const headers = { 'Accept-Language': document.documentElement.lang };
		const answer = await fetch(address, { headers }).catch(() => null);
		if (answer?.ok) this.now = (await answer.json()) as ThemeFigures;
		else this.hasFailed = true;
	}
}
