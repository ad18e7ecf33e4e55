interface Words {
	draftHelps: string;
	draftDo: string;
	proposedBy: (who: string) => string;
}

interface Chosen {
	/** What stands opposite the risk. */
	protective: readonly { text: string }[];
	solutions: readonly { text: string; proposedBy: string }[];
}

/** The first text of an agenda item that grew out of the three questions; people make it theirs before it is saved. */
export function itemDraft({ protective, solutions }: Chosen, t: Words): string {
	const part = (title: string, lines: readonly string[]) =>
		lines.length > 0 ? [[title, ...lines.map((line) => `- ${line}`)].join('\n')] : [];
	return [
		...part(
			t.draftDo,
			solutions.map(({ text, proposedBy }) => `${text} (${t.proposedBy(proposedBy)})`),
		),
		...part(
			t.draftHelps,
			protective.map(({ text }) => text),
		),
	].join('\n\n');
}
