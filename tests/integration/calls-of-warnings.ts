import type { Rows } from '#tests/support/filled-world.ts';
import type { Call } from './calls.ts';

/** The roles that read every trajectory. */
const overseers = [
	'administrator',
	'process_manager',
	'analyst',
	'decision_maker',
	'reader',
] as const;

/** Who sets the rules for early warnings and sets them aside. */
const watchers = ['process_manager', 'analyst'] as const;

const contributors = [...watchers, 'professional', 'resident_representative'] as const;
const members = [...contributors, 'administrator', 'decision_maker', 'reader'] as const;

const ruleOfRows = (rows: Rows) => ({ ruleKey: rows.warning_rule_key });
const sampleRule = {
	kind: 'level',
	name: 'Minder inkomen',
	levels: ['district'],
	indicators: ['low-income-households'],
	way: 'unfavourable',
	against: 'municipality',
	difference: 5,
	unit: 'points',
};

/** Early warnings and the rules behind them. */
export const warningCalls: Record<string, Call> = {
	'warning.compute': { by: watchers },
	'warning.list': { by: overseers, input: () => ({}) },
	'warning.read': { by: overseers },
	'warning.readInTrajectory': { by: members },
	'warning.ofTrajectory': { by: members },
	'warning.outcomes': { by: members },
	'warning.beginTakeUp': { by: contributors },
	// The sample's figures were never imported.
	'warning.takeUpAsFinding': { by: contributors, fails: 'area.not_imported' },
	'warning.takeUpAsNeed': { by: contributors, fails: 'area.not_imported' },
	'warning.undoTakeUp': {
		by: contributors,
		input: (rows) => ({ warningId: rows.taken_warning }),
	},
	'warning.setAside': { by: watchers },
	'warning.takeBack': {
		by: watchers,
		input: (rows) => ({ warningId: rows.answered_warning }),
	},
	'warningRule.list': { by: members },
	'warningRule.read': { by: members, input: ruleOfRows },
	'warningRule.preview': { by: watchers, input: () => ({ rule: sampleRule }) },
	'warningRule.add': { by: watchers, input: () => ({ rule: sampleRule }) },
	'warningRule.change': {
		by: watchers,
		input: (rows) => ({ ...ruleOfRows(rows), rule: sampleRule }),
	},
	'warningRule.switch': { by: watchers, input: (rows) => ({ ...ruleOfRows(rows), isOn: false }) },
	'warningRule.reset': { by: watchers, input: ruleOfRows, fails: 'warning_rule.own' },
	'warningRule.withdraw': { by: watchers, input: ruleOfRows },
	'warningRule.restore': { by: watchers, input: (rows) => ({ ruleKey: rows.withdrawn_rule_key }) },
};
