import { messages } from './messages.ts';

/**
 * The sentences that a first draft is made of. They say who brought something in and what it is; the words between
 * quotation marks are those of whoever brought it in.
 */
export const draftTexts = messages({
	nl: {
		quoted: (who: string, text: string) => `${who} zegt: “${text}”`,
		speakers: {
			resident: 'Een bewoner',
			'passer-by': 'Een voorbijganger',
			'key-figure': 'Een sleutelfiguur',
		},
		somebody: 'Iemand',
		finding: (who: string, kind: string, text: string) => `${who} noemt als ${kind}: “${text}”`,
		support: {
			none: ', nog zonder bron',
			strong: ', met een sterke bron',
			partly: ', met een bron die het voor een deel ondersteunt',
			weak: ', met alleen een zwakke bron',
		},
		contradicted: 'Een bron spreekt dit tegen.',
		opposite: (text: string) => `Daar staat tegenover: “${text}”`,
		also: (text: string, themes: string) => `Wat bij ${themes} staat, speelt ook hier: “${text}”`,
		figure: (title: string, area: string, value: string, period: string) =>
			`Het cijfer ‘${title}’ is voor ${area} ${value} (${period}).`,
		figureCompared: (title: string, area: string, value: string, period: string, other: string) =>
			`Het cijfer ‘${title}’ is voor ${area} ${value} (${period}); ter vergelijking: ${other}.`,
		provision: {
			offered: (who: string, text: string) => `Er is al, volgens ${who}: “${text}”`,
			missing: (who: string, text: string) => `Volgens ${who} ontbreekt: “${text}”`,
			needed: (who: string, text: string) => `Volgens ${who} is nodig: “${text}”`,
		},
		provisionAt: {
			missing: (theme: string, who: string, text: string) =>
				`Bij ${theme} ontbreekt volgens ${who}: “${text}”`,
			needed: (theme: string, who: string, text: string) =>
				`Bij ${theme} is volgens ${who} nodig: “${text}”`,
		},
		openNeed: (who: string, question: string) => `${who} wil nog weten: “${question}”`,
		answeredNeed: (question: string, answer: string) =>
			`Op de vraag “${question}” is het antwoord: “${answer}”`,
		needAt: (theme: string, question: string) => `Bij ${theme} is nog niet bekend: “${question}”`,
		nothingAt: (theme: string) => `Bij het thema ${theme} is niets ingebracht.`,
		nothingInDomain: 'In dit domein is niets ingebracht.',
		counts: (kinds: string, organisations: string) =>
			`In dit domein zijn ingebracht: ${kinds}, door ${organisations}.`,
		most: (themes: string, count: number) =>
			count === 1
				? `Bij ${themes} staat één bevinding.`
				: `De meeste bevindingen staan bij ${themes} (${count}).`,
		mostSources: (text: string, count: number) =>
			`Met de meeste bronnen (${count}) onderbouwd: “${text}”`,
		across: (text: string, themes: string) => `Bij meer thema’s (${themes}) speelt: “${text}”`,
		kinds: {
			risk: { one: 'risicofactor', other: 'risicofactoren' },
			protective: { one: 'beschermende factor', other: 'beschermende factoren' },
			signal: { one: 'signaal', other: 'signalen' },
		},
		about: (area: string, municipality: string, period: string) =>
			`Dit verslag gaat over ${area} in de gemeente ${municipality}, over de periode ${period}.`,
		framework: (name: string) => `De indeling is die van: ${name}.`,
		brought: (entries: string, organisations: string) =>
			`Het vat samen wat in het invulschema is ingebracht: ${entries}, door ${organisations}.`,
		broughtNothing: 'In het invulschema is nog niets ingebracht.',
		findings: { one: 'bevinding', other: 'bevindingen' },
		provisions: { one: 'regel over het aanbod', other: 'regels over het aanbod' },
		needs: { one: 'kennisvraag', other: 'kennisvragen' },
		filled: (count: number, total: number) =>
			`Van de ${total} thema’s is er bij ${count} iets ingebracht.`,
		criteria: (names: string, count: number) =>
			`Bevindingen worden gewogen op ${count} criteria: ${names}.`,
		criterion: (name: string, question: string) => `${name}: ${question}`,
		noCriteria: 'Er zijn geen criteria gekozen.',
		priority: (text: string, who: string, reason: string) =>
			`Als speerpunt koos ${who} “${text}”, met als reden: “${reason}”`,
		priorityBare: (text: string, who: string) => `Als speerpunt koos ${who}: “${text}”`,
		noPriorities: 'Er zijn nog geen speerpunten gekozen.',
		hiddenFinding: 'Een bevinding die niet openbaar is',
		noGaps:
			'Bij het aanbod is niets genoemd dat ontbreekt of nodig is, en er staan geen vragen open.',
		item: (title: string) => `Op de agenda staat: “${title}”`,
		itemWith: (title: string, text: string) =>
			`Op de agenda staat “${title}”, met als toelichting: “${text}”`,
		noItems: 'Er staan nog geen punten op de agenda.',
	},
	en: {
		quoted: (who, text) => `${who} says: “${text}”`,
		speakers: {
			resident: 'A resident',
			'passer-by': 'A passer-by',
			'key-figure': 'A key figure',
		},
		somebody: 'Somebody',
		finding: (who, kind, text) => `${who} names as ${kind}: “${text}”`,
		support: {
			none: ', without a source so far',
			strong: ', with a strong source',
			partly: ', with a source that supports it in part',
			weak: ', with a weak source only',
		},
		contradicted: 'A source contradicts this.',
		opposite: (text) => `Opposite this stands: “${text}”`,
		also: (text, themes) => `What stands under ${themes} plays a part here too: “${text}”`,
		figure: (title, area, value, period) =>
			`The figure ‘${title}’ is ${value} for ${area} (${period}).`,
		figureCompared: (title, area, value, period, other) =>
			`The figure ‘${title}’ is ${value} for ${area} (${period}); for comparison: ${other}.`,
		provision: {
			offered: (who, text) => `Already there, according to ${who}: “${text}”`,
			missing: (who, text) => `Missing, according to ${who}: “${text}”`,
			needed: (who, text) => `Needed, according to ${who}: “${text}”`,
		},
		provisionAt: {
			missing: (theme, who, text) => `Missing under ${theme}, according to ${who}: “${text}”`,
			needed: (theme, who, text) => `Needed under ${theme}, according to ${who}: “${text}”`,
		},
		openNeed: (who, question) => `${who} still wants to know: “${question}”`,
		answeredNeed: (question, answer) => `The answer to the question “${question}” is: “${answer}”`,
		needAt: (theme, question) => `Not known yet under ${theme}: “${question}”`,
		nothingAt: (theme) => `Nothing was brought in under the theme ${theme}.`,
		nothingInDomain: 'Nothing was brought in in this domain.',
		counts: (kinds, organisations) => `Brought in in this domain: ${kinds}, by ${organisations}.`,
		most: (themes, count) =>
			count === 1
				? `One finding stands under ${themes}.`
				: `Most findings stand under ${themes} (${count}).`,
		mostSources: (text, count) => `Resting on the most sources (${count}): “${text}”`,
		across: (text, themes) => `Under several themes (${themes}): “${text}”`,
		kinds: {
			risk: { one: 'risk factor', other: 'risk factors' },
			protective: { one: 'protective factor', other: 'protective factors' },
			signal: { one: 'signal', other: 'signals' },
		},
		about: (area, municipality, period) =>
			`This report is about ${area} in the municipality of ${municipality}, for the period ${period}.`,
		framework: (name) => `It is ordered by: ${name}.`,
		brought: (entries, organisations) =>
			`It sums up what was brought in on the analysis form: ${entries}, by ${organisations}.`,
		broughtNothing: 'Nothing was brought in on the analysis form yet.',
		findings: { one: 'finding', other: 'findings' },
		provisions: { one: 'line about provision', other: 'lines about provision' },
		needs: { one: 'knowledge need', other: 'knowledge needs' },
		filled: (count, total) => `Something was brought in under ${count} of the ${total} themes.`,
		criteria: (names, count) => `Findings are weighed by ${count} criteria: ${names}.`,
		criterion: (name, question) => `${name}: ${question}`,
		noCriteria: 'No criteria were chosen.',
		priority: (text, who, reason) =>
			`Put first by ${who} is “${text}”, for this reason: “${reason}”`,
		priorityBare: (text, who) => `Put first by ${who}: “${text}”`,
		noPriorities: 'No priorities were chosen yet.',
		hiddenFinding: 'A finding that is not public',
		noGaps: 'Nothing is named as missing or needed in the provision, and no questions are open.',
		item: (title) => `On the agenda stands: “${title}”`,
		itemWith: (title, text) => `On the agenda stands “${title}”, explained as: “${text}”`,
		noItems: 'There is nothing on the agenda yet.',
	},
});

export type DraftTexts = (typeof draftTexts)['nl'];
