import { messages } from './messages.ts';

interface Told {
	areaName: string;
	/** Whether it was released; otherwise a change was asked for. */
	isReleased: boolean;
	source: string;
	account: string;
}

/** What Wijkagenda mails to whoever wrote what a second reader has read: no word of the text itself, nor of the remark. */
export const secondReadingMailTexts = messages({
	nl: {
		subject: (area: string, isReleased: boolean) =>
			isReleased
				? `Gelezen en vrijgegeven: uw inbreng voor ${area}`
				: `Graag aanpassen: uw inbreng voor ${area}`,
		body: ({ areaName, isReleased, source, account }: Told) =>
			[
				'Goedendag,',
				'',
				`Een tweede lezer las wat u inbracht voor ${areaName}.`,
				isReleased
					? 'Het is vrijgegeven. Wie u ervoor koos, kan het nu zien.'
					: 'De tweede lezer vraagt u om het aan te passen. Tot die tijd ziet alleen uw eigen organisatie het. Waarom, en wat er anders kan, leest u hier:',
				...(isReleased ? ['', 'U vindt het hier:'] : []),
				source,
				'',
				`Wilt u deze berichten niet meer? Dat zegt u hier: ${account}`,
			].join('\n'),
	},
	en: {
		subject: (area, isReleased) =>
			isReleased
				? `Read and released: what you brought in for ${area}`
				: `Please change: what you brought in for ${area}`,
		body: ({ areaName, isReleased, source, account }) =>
			[
				'Hello,',
				'',
				`A second reader read what you brought in for ${areaName}.`,
				isReleased
					? 'It was released. Whom you chose can see it now.'
					: 'The second reader asks you to change it. Until then only your own organisation sees it. Why, and what can be different, you read here:',
				...(isReleased ? ['', 'You find it here:'] : []),
				source,
				'',
				`You do not want these messages any more? Say so here: ${account}`,
			].join('\n'),
	},
});
