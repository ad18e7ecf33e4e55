import criteria from '#content/criteria/2013.json' with { type: 'json' };
import type { Call } from './calls.ts';

const leaders = ['process_manager'] as const;
const contributors = [...leaders, 'analyst', 'professional', 'resident_representative'] as const;
const members = [...contributors, 'administrator', 'decision_maker', 'reader'] as const;

/** Who may do and read what of weighing and choosing (`calls.ts`). */
export const weighingCalls: Record<string, Call> = {
	'appraisal.set': { by: contributors, input: () => ({ criterion: 'urgency', score: 3 }) },
	'appraisal.setMany': {
		by: contributors,
		input: () => ({ appraisals: { urgency: { score: 3, version: 0 } } }),
	},
	'appraisal.setTable': {
		by: contributors,
		input: (rows) => ({ findings: { [String(rows.finding)]: { urgency: { score: 3 } } } }),
	},
	'scoring.close': { by: leaders },
	// The sample was closed and opened again.
	'scoring.reopen': { by: leaders, fails: 'scoring.open' },
	'residentsParty.describe': { by: leaders, input: () => ({ version: 1 }) },
	'weights.set': {
		by: leaders,
		input: () => ({
			number: 1,
			weights: Object.fromEntries(criteria.criteria.map(({ id }) => [id, 3])),
		}),
	},
	'discussion.record': { by: leaders, input: () => ({ criterion: 'urgency' }) },
	'discussion.change': { by: leaders },
	'discussion.withdraw': { by: leaders },
	'discussion.restore': { by: leaders },
	'priority.choose': {
		by: leaders,
		input: (rows) => ({
			findingId: rows.other_finding,
			agreements: { residents: { answer: 'agrees' } },
		}),
	},
	// College or council decided on the sample's priority.
	'priority.recordAgreements': {
		by: leaders,
		input: () => ({ agreements: { residents: { answer: 'agrees' } } }),
		fails: 'priority.decided',
	},
	'solution.add': { by: contributors },
	'solution.change': { by: contributors },
	'solution.withdraw': { by: contributors },
	'solution.restore': { by: contributors },
	'questions.skip': { by: leaders, fails: 'questions.skipped' },
	'questions.takeUp': { by: leaders },
	'priority.withdraw': { by: leaders },
	// The sample's finding stands as a priority, by another choice.
	'priority.restore': { by: leaders, fails: 'input.invalid' },
	'appraisal.overview': { by: members },
	'appraisal.mine': { by: members },
	'appraisal.table': { by: contributors },
	'appraisal.ranking': { by: members },
	'appraisal.disagreements': { by: members },
	'residentsParty.read': { by: members },
	'scoring.read': { by: members },
	'weights.list': { by: members },
	'solution.list': { by: members },
	'questions.read': { by: members },
	'appraisal.sheet': { by: contributors },
};
