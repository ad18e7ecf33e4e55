import { messages } from './messages.ts';

/** The six rooms, as people call them. */
export const roomTexts = messages({
	nl: {
		label: 'De zes stappen',
		trajectory: 'Kader',
		analysis: 'Analyse',
		figures: 'Cijfers',
		lifeworld: 'Leefwereld',
		agenda: 'Agenda',
		execution: 'Uitvoering',
		trajectories: 'Trajecten',
		period: (from: number, to: number) =>
			from === to ? `Traject ${from}` : `Traject ${from}–${to}`,
		example:
			'Voorbeeld, naar een openbaar verslag uit 2007. Waarnemingen, gesprekken en signalen zijn verzonnen',
		exampleMark: 'Voorbeeld',
		exampleAfter:
			'naar een openbaar verslag uit 2007. Waarnemingen, gesprekken en signalen zijn verzonnen.',
	},
	en: {
		label: 'The six steps',
		trajectory: 'Frame',
		analysis: 'Analysis',
		figures: 'Figures',
		lifeworld: 'Lived world',
		agenda: 'Agenda',
		execution: 'Execution',
		trajectories: 'Trajectories',
		period: (from: number, to: number) =>
			from === to ? `Trajectory ${from}` : `Trajectory ${from}–${to}`,
		example:
			'Example, after a public report of 2007. Observations, conversations and signals are made up',
		exampleMark: 'Example',
		exampleAfter:
			'after a public report of 2007. Observations, conversations and signals are made up.',
	},
});
