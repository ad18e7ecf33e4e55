import { tellFiguresChanged } from '#features/figures/figures-changed.server.ts';
import { municipalityOf, writerOf, type Actor } from '#kernel/actor.ts';
import type { Clock } from '#kernel/clock.ts';
import { command } from '#kernel/command.server.ts';
import { changedMeanwhile, Failure, invalid } from '#kernel/failure.ts';
import { nothing } from '#kernel/query.server.ts';
import type { Reader, Tx } from '#server/database/handles.ts';
import { changeRow, restoreRow, withdrawRow, type Changed } from '#server/database/rows.ts';
import { ruleProblems } from './rule-problems.ts';
import { addRuleSchema, changeRuleSchema, resetRuleSchema, restoreRuleSchema, switchRuleSchema, withdrawRuleSchema, type RuleInput } from './rule.schema.ts'; // prettier-ignore
import { withTexts, type RuleContent } from './rule.ts';
import { loadRule, type StoredRule } from './rules.server.ts';
import { mayManageWarnings } from './warnings.policy.ts';

interface Context {
	tx: Tx;
	actor: Actor;
	clock: Clock;
	subject: StoredRule;
	requestId: string;
}

const ruleOfInput = (reader: Reader, { ruleKey }: { ruleKey: string }, actor: Actor) =>
	loadRule(reader, actor, ruleKey);

export const addRule = command({
	name: 'warningRule.add',
	summary: 'Adds a rule for early warnings of the municipality’s own.',
	http: { method: 'POST', path: '/waarschuwingsregels' },
	input: addRuleSchema,
	subject: nothing,
	allow: mayManageWarnings,
	async run({ tx, actor, clock, requestId }, { rule }) {
		refuseProblems(rule);
		const content = withTexts(rule, actor.language, null);
		await insertRule({ tx, actor, clock }, { id: requestId, key: requestId, content, isOn: true });
		return { id: requestId, key: requestId, version: 1 };
	},
});

export const changeRule = command({
	name: 'warningRule.change',
	summary:
		'Changes what a rule looks at; its former version is kept. Its warnings are computed again.',
	http: { method: 'PATCH', path: '/waarschuwingsregels/{ruleKey}' },
	input: changeRuleSchema,
	subject: ruleOfInput,
	allow: mayManageWarnings,
	run(context, { rule, version }) {
		refuseProblems(rule);
		const content = withTexts(rule, context.actor.language, context.subject.content);
		return writeRule(context, version, { content, isOn: context.subject.isOn });
	},
});

export const switchRule = command({
	name: 'warningRule.switch',
	summary: 'Switches a rule on or off.',
	http: { method: 'PUT', path: '/waarschuwingsregels/{ruleKey}/stand' },
	input: switchRuleSchema,
	subject: ruleOfInput,
	allow: mayManageWarnings,
	run: (context, { version, isOn }) =>
		writeRule(context, version, { content: ownContent(context.subject), isOn }),
});

export const resetRule = command({
	name: 'warningRule.reset',
	summary: 'Puts a rule back as it came with the program; what it was stays in its history.',
	http: { method: 'POST', path: '/waarschuwingsregels/{ruleKey}/terugzetting' },
	input: resetRuleSchema,
	subject: ruleOfInput,
	allow: mayManageWarnings,
	run(context, { version }) {
		if (!context.subject.isShipped) throw new Failure('warning_rule.own', 409);
		return writeRule(context, version, { content: null, isOn: context.subject.isOn });
	},
});

export const withdrawRule = command({
	name: 'warningRule.withdraw',
	summary: 'Takes a rule of the municipality’s own away, with a reason; it can be restored.',
	http: { method: 'POST', path: '/waarschuwingsregels/{ruleKey}/intrekking' },
	input: withdrawRuleSchema,
	subject: ruleOfInput,
	allow: mayManageWarnings,
	async run({ tx, actor, clock, subject }, { version, reason }) {
		const id = ownId(subject);
		const row = { municipalityId: municipalityOf(actor), id, version };
		const changed = await withdrawRow(tx, 'warning_rule', row, reason, clock.now());
		await tellFiguresChanged(tx, municipalityOf(actor));
		return changed;
	},
});

export const restoreRule = command({
	name: 'warningRule.restore',
	summary: 'Puts a rule back that was taken away.',
	http: { method: 'POST', path: '/waarschuwingsregels/{ruleKey}/herstel' },
	input: restoreRuleSchema,
	subject: ruleOfInput,
	allow: mayManageWarnings,
	async run({ tx, actor, subject }, { version }) {
		const row = { municipalityId: municipalityOf(actor), id: ownId(subject), version };
		const changed = await restoreRow(tx, 'warning_rule', row);
		await tellFiguresChanged(tx, municipalityOf(actor));
		return changed;
	},
});

function refuseProblems(rule: RuleInput): void {
	const problems = ruleProblems(rule);
	if (problems.length > 0) throw invalid(problems);
}

/** A rule that came with the program is switched off, not taken away: the next release would bring it again. */
function ownId({ isShipped, id }: StoredRule): string {
	if (isShipped || id === null) throw new Failure('warning_rule.shipped', 409);
	return id;
}

/** Null for a rule that is still as it came: then it follows what a newer program brings. */
function ownContent({ isChanged, content }: StoredRule): RuleContent | null {
	return isChanged ? content : null;
}

interface RuleValues {
	content: RuleContent | null;
	isOn: boolean;
}

async function writeRule(
	{ tx, actor, clock, subject, requestId }: Context,
	version: number,
	{ content, isOn }: RuleValues,
): Promise<Changed> {
	if (subject.id === null) {
		if (version !== 0) throw changedMeanwhile(subject);
		await insertRule({ tx, actor, clock }, { id: requestId, key: subject.key, content, isOn });
		return { id: requestId, version: 1 };
	}
	const municipalityId = municipalityOf(actor);
	const changed = await changeRow(
		tx,
		'warning_rule',
		{ municipalityId, id: subject.id, version },
		{
			content: content && JSON.stringify(content),
			is_on: isOn,
			changed_by: writerOf(actor),
			changed_at: clock.now(),
		},
		{ current: () => loadRule(tx, actor, subject.key) },
	);
	await tellFiguresChanged(tx, municipalityId);
	return changed;
}

async function insertRule(
	{ tx, actor, clock }: Pick<Context, 'tx' | 'actor' | 'clock'>,
	{ id, key, content, isOn }: RuleValues & { id: string; key: string },
): Promise<void> {
	const municipalityId = municipalityOf(actor);
	await tx
		.insertInto('warning_rule')
		.values({
			municipality_id: municipalityId,
			id,
			key,
			content: content && JSON.stringify(content),
			is_on: isOn,
			changed_by: writerOf(actor),
			changed_at: clock.now(),
		})
		.execute();
	await tellFiguresChanged(tx, municipalityId);
}
