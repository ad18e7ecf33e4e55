import { messages } from './messages.ts';

/** The sections of the report that people write. */
export const sectionTexts = messages({
	nl: {
		names: {
			introduction: 'Inleiding',
			criteria: 'Criteria',
			priorities: 'Speerpunten',
			gaps: 'Lacunes en mogelijke oplossingen',
			recommendations: 'Aanbevelingen',
		},
		summaryOf: (domain: string) => `Samenvattende analyse: ${domain.toLowerCase()}`,
	},
	en: {
		names: {
			introduction: 'Introduction',
			criteria: 'Criteria',
			priorities: 'Priorities',
			gaps: 'Gaps and possible solutions',
			recommendations: 'Recommendations',
		},
		summaryOf: (domain) => `Summarising analysis: ${domain.toLowerCase()}`,
	},
});
