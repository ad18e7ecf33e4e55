import { sql } from 'kysely';
import * as v from 'valibot';
import { municipalityOf } from '#kernel/actor.ts';
import { invalid } from '#kernel/failure.ts';
import { nothing, query } from '#kernel/query.server.ts';
import type { Reader } from '#server/database/handles.ts';
import { ownWarnings } from './own-warnings.server.ts';
import { ruleProblems } from './rule-problems.ts';
import { ruleInputSchema, ruleKey } from './rule.schema.ts';
import { shipped, shippedRule, withTexts, type RuleContent } from './rule.ts';
import { loadRule, loadRules } from './rules.server.ts';
import { mayManageWarnings, mayReadRules } from './warnings.policy.ts';

export const listRules = query({
	name: 'warningRule.list',
	summary:
		'Lists the rules for early warnings: those that came with the program, as the municipality changed them, and its own.',
	http: { method: 'GET', path: '/waarschuwingsregels' },
	input: v.object({}),
	subject: nothing,
	allow: mayReadRules,
	async run({ reader, actor }) {
		const municipalityId = municipalityOf(actor);
		const rules = await loadRules(reader, municipalityId);
		const found = await foundByRule(reader, municipalityId);
		return {
			rules: rules.map(({ id: _, ...rule }) => ({ ...rule, found: found.get(rule.key) ?? 0 })),
			/** Where the reasoning comes from. */
			source: shipped.source,
			may: { manage: mayManageWarnings(actor, null) === true },
		};
	},
});

export const readRule = query({
	name: 'warningRule.read',
	summary: 'Shows one rule with its former versions, and as it came with the program.',
	http: { method: 'GET', path: '/waarschuwingsregels/{ruleKey}' },
	input: v.object({ ruleKey: ruleKey() }),
	subject: nothing,
	allow: mayReadRules,
	async run({ reader, actor }, { ruleKey: key }) {
		const { id, ...rule } = await loadRule(reader, actor, key);
		const municipalityId = municipalityOf(actor);
		const found = await foundByRule(reader, municipalityId);
		return {
			...rule,
			found: found.get(rule.key) ?? 0,
			shipped: shippedRule(rule.key)?.content ?? null,
			history: id === null ? [] : await historyOf(reader, municipalityId, id),
			may: { manage: mayManageWarnings(actor, null) === true },
		};
	},
});

/** What a rule would find now, before it is kept. */
export const previewRule = query({
	name: 'warningRule.preview',
	summary: 'What a rule would find now, for which areas; nothing is stored.',
	input: v.object({ rule: ruleInputSchema }),
	subject: nothing,
	allow: mayManageWarnings,
	async run({ reader, actor }, { rule }) {
		const problems = ruleProblems(rule);
		if (problems.length > 0) throw invalid(problems);
		const content = withTexts(rule, actor.language, null);
		const found = await ownWarnings(reader, municipalityOf(actor), [{ key: 'preview', content }]);
		return found.map(({ area, subject, signs, counted }) => ({ area, subject, signs, counted }));
	},
});

async function foundByRule(reader: Reader, municipalityId: string): Promise<Map<string, number>> {
	const { rows } = await sql<{ key: string; count: number }>`
		SELECT rule_key AS key, count(*)::integer AS count FROM warning
		WHERE municipality_id = ${municipalityId}::uuid AND gone_at IS NULL GROUP BY rule_key`.execute(
		reader,
	);
	return new Map(rows.map(({ key, count }) => [key, count]));
}

/** A former version of a rule; content null means: as it came. */
export interface RuleVersion {
	version: number;
	content: RuleContent | null;
	isOn: boolean;
	isWithdrawn: boolean;
	/** When it was made, and by which organisation. */
	at: Date;
	organisationName: string | null;
}

async function historyOf(
	reader: Reader,
	municipalityId: string,
	id: string,
): Promise<RuleVersion[]> {
	const { rows } = await sql<RuleVersion>`
		SELECT r.version, r.content, r.is_on AS "isOn", r.withdrawn_at IS NOT NULL AS "isWithdrawn",
			coalesce(r.withdrawn_at, r.changed_at) AS at, o.name AS "organisationName"
		FROM (SELECT (jsonb_populate_record(null::warning_rule, k.content)).* FROM kept_version AS k
				WHERE k.municipality_id = ${municipalityId}::uuid AND k.table_name = 'warning_rule'
					AND k.id = ${id}::uuid
			UNION ALL SELECT * FROM warning_rule
				WHERE municipality_id = ${municipalityId}::uuid AND id = ${id}::uuid) AS r
		LEFT JOIN membership AS m ON m.municipality_id = r.municipality_id AND m.id = r.changed_by
		LEFT JOIN organisation AS o ON o.municipality_id = m.municipality_id AND o.id = m.organisation_id
		ORDER BY r.version DESC`.execute(reader);
	return rows;
}
