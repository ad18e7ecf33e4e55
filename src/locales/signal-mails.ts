import { messages } from './messages.ts';

/** What became of one signal, as a mail tells it. */
interface News {
	about: string;
	/** The beginning of its own words. */
	text: string;
	/** What was decided and why, in a sentence. */
	what: string;
}

interface ToMember {
	areaName: string;
	date: string;
	news: (News & { address: string })[];
	/** '' for whoever is not in the core group. */
	minutes: string;
	account: string;
}

interface ToResident extends News {
	areaName: string;
	/** After this nothing more comes, and the address is gone. */
	isLast: boolean;
	stop: string;
}

/** What Wijkagenda mails about signals: plain text, short. */
export const signalMailTexts = messages({
	nl: {
		minutesSubject: (area: string, date: string) => `Verslag kerngroep ${area}, ${date}`,
		newsSubject: (area: string) => `Nieuws over uw signaal in ${area}`,
		toMember: ({ areaName, date, news, minutes, account }: ToMember) =>
			[
				'Goedendag,',
				...(news.length > 0
					? ['', `De kerngroep van ${areaName} sprak op ${date} over wat u inbracht.`]
					: []),
				...news.flatMap(({ about, text, what, address }) => [
					'',
					`Over ${about}: “${text}”`,
					what,
					address,
				]),
				...(minutes ? ['', minutes] : []),
				'',
				`Wilt u deze berichten niet meer? Dat zegt u hier: ${account}`,
			].join('\n'),
		toResident: ({ areaName, about, text, what, isLast, stop }: ToResident) =>
			[
				'Goedendag,',
				'',
				`U schreef ons over ${about || areaName}: “${text}”`,
				'',
				'Dit is er afgesproken:',
				what,
				'',
				...(isLast
					? ['Dit was het laatste bericht. Uw e-mailadres is nu bij ons weg. Dank u wel.']
					: [
							'Als er meer bekend is, krijgt u weer een bericht.',
							'',
							'Geen berichten meer? Klik hier:',
							stop,
						]),
			].join('\n'),
		confirmSubject: (area: string) => `Wilt u horen wat er met uw signaal gebeurt? (${area})`,
		confirm: (area: string, address: string) =>
			[
				'Goedendag,',
				'',
				`Iemand gaf dit e-mailadres op bij een signaal over ${area}. Was u dat?`,
				'Klik dan op deze link. Daarna hoort u wat ermee gebeurt:',
				address,
				'',
				'Was u het niet? Dan hoeft u niets te doen. Over een week is het adres bij ons weg.',
				'Wij gebruiken uw adres nergens anders voor.',
			].join('\n'),
	},
	en: {
		minutesSubject: (area, date) => `Minutes of the core group of ${area}, ${date}`,
		newsSubject: (area) => `News about your signal in ${area}`,
		toMember: ({ areaName, date, news, minutes, account }) =>
			[
				'Hello,',
				...(news.length > 0
					? ['', `On ${date} the core group of ${areaName} talked about what you handed in.`]
					: []),
				...news.flatMap(({ about, text, what, address }) => [
					'',
					`About ${about}: “${text}”`,
					what,
					address,
				]),
				...(minutes ? ['', minutes] : []),
				'',
				`No more of these messages? Say so here: ${account}`,
			].join('\n'),
		toResident: ({ areaName, about, text, what, isLast, stop }) =>
			[
				'Hello,',
				'',
				`You wrote to us about ${about || areaName}: “${text}”`,
				'',
				'This was agreed:',
				what,
				'',
				...(isLast
					? ['This was the last message. We no longer have your e-mail address. Thank you.']
					: [
							'When more is known, you get another message.',
							'',
							'No more messages? Click here:',
							stop,
						]),
			].join('\n'),
		confirmSubject: (area) => `Do you want to hear what becomes of your signal? (${area})`,
		confirm: (area, address) =>
			[
				'Hello,',
				'',
				`Somebody gave this e-mail address with a signal about ${area}. Was that you?`,
				'Then follow this link. After that you will hear what becomes of it:',
				address,
				'',
				'Was it not you? Then you need not do anything. In a week the address is gone.',
				'We use your address for nothing else.',
			].join('\n'),
	},
});
