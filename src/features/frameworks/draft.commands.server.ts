import * as v from 'valibot';
import { frameworkSchema } from '#features/analysis/framework.schema.ts';
import { loadStored } from '#features/analysis/framework.server.ts';
import { shippedFrameworks } from '#features/content/content.server.ts';
import { freeId, slugOf } from '#features/trajectory/slug.ts';
import { municipalityOf, writerOf } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { changedMeanwhile, Failure, notFound } from '#kernel/failure.ts';
import { nothing } from '#kernel/query.server.ts';
import type { Tx } from '#server/database/handles.ts';
import { restoreRow, withdrawRow } from '#server/database/rows.ts';
import { asVersion, draftFrom, editionOf, type DraftContent } from './draft-content.ts';
import { draftVersion } from './draft-history.server.ts';
import {
	beginDraftSchema,
	changeDraftSchema,
	publishDraftSchema,
	restoreDraftSchema,
	revertDraftSchema,
	withdrawDraftSchema,
} from './draft.schema.ts';
import { editDraft, openDraft, refuseChanged, writeDraft } from './draft.server.ts';
import { mayAdaptFrameworks } from './framework.policy.ts';
import { headFields } from './part-fields.ts';

/** Addresses below /kaders that are no framework. */
const reserved = ['ontwerp', 'koppelen', 'verschil'];

export const beginDraft = command({
	name: 'frameworkDraft.begin',
	summary:
		'Begins a draft out of a version of a framework: a copy under a name of its own, or the next version of the same.',
	http: { method: 'POST', path: '/kaders/{frameworkId}/ontwerpen' },
	input: beginDraftSchema,
	subject: nothing,
	allow: mayAdaptFrameworks,
	async run({ tx, actor, clock, requestId }, { frameworkId, name }) {
		const municipalityId = municipalityOf(actor);
		const stored = await loadStored(tx, municipalityId, frameworkId);
		const content = draftFrom(stored);
		if (name === undefined) {
			if (shippedFrameworks.includes(stored.id)) throw new Failure('framework.shipped', 409);
			const open = await openDraftOf(tx, municipalityId, stored.id);
			if (open) return { id: open };
		} else {
			content.name = { nl: name, en: '' };
			content.basedOn = { key: stored.id, version: stored.version };
			content.criteria = stored.criteria ?? stored.id;
		}
		const key = name === undefined ? stored.id : await freeKey(tx, municipalityId, name);
		await tx
			.insertInto('framework_draft')
			.values({
				municipality_id: municipalityId,
				id: requestId,
				key,
				base_id: frameworkId,
				content: JSON.stringify(content),
				created_by: writerOf(actor),
				created_at: clock.now(),
				changed_by: writerOf(actor),
				changed_at: clock.now(),
			})
			.execute();
		return { id: requestId };
	},
});

export const changeDraft = command({
	name: 'frameworkDraft.change',
	summary: 'Changes the name of a draft and what it is for.',
	http: { method: 'PATCH', path: '/kaderontwerpen/{draftId}' },
	input: changeDraftSchema,
	subject: nothing,
	allow: mayAdaptFrameworks,
	run: ({ tx, actor, clock }, { draftId, version, ...values }) =>
		editDraft({ tx, actor, clock }, draftId, (content) => {
			refuseChanged(content, version, headFields);
			const { explanation: _, ...rest } = content;
			const explanation = { nl: values.explanationNl, en: values.explanationEn };
			return {
				...rest,
				...(explanation.nl !== '' && { explanation }),
				name: { nl: values.nameNl, en: values.nameEn },
				edition: editionOf(content) + 1,
			};
		}),
});

export const revertDraft = command({
	name: 'frameworkDraft.revert',
	summary: 'Puts a draft back to what it was at a former version; what stands there now is kept.',
	http: { method: 'POST', path: '/kaderontwerpen/{draftId}/terugzetting' },
	input: revertDraftSchema,
	subject: nothing,
	allow: mayAdaptFrameworks,
	async run({ tx, actor, clock }, { draftId, version, to }) {
		const draft = await openDraft(tx, municipalityOf(actor), draftId);
		if (draft.version !== version) throw changedMeanwhile({ version: draft.version });
		const former = await draftVersion(tx, municipalityOf(actor), draftId, to);
		// Every part counts on: who still has it open from before is told that it changed.
		const content = countedOn(former, draft.content);
		return writeDraft({ tx, actor, clock }, draft, content);
	},
});

export const publishDraft = command({
	name: 'frameworkDraft.publish',
	summary: 'Makes the next version of a framework out of a draft; a version never changes again.',
	http: { method: 'POST', path: '/kaderontwerpen/{draftId}/publicatie' },
	input: publishDraftSchema,
	subject: nothing,
	allow: mayAdaptFrameworks,
	async run({ tx, actor, clock, requestId }, { draftId, version }) {
		const municipalityId = municipalityOf(actor);
		const draft = await openDraft(tx, municipalityId, draftId);
		// Whoever publishes has seen what they publish.
		if (draft.version !== version) throw changedMeanwhile({ version: draft.version });
		const number = await nextVersion(tx, municipalityId, draft.key);
		const content = v.parse(frameworkSchema, asVersion(draft.content, draft.key, number));
		await tx
			.insertInto('content_version')
			.values({
				municipality_id: municipalityId,
				id: requestId,
				kind: 'framework',
				key: draft.key,
				version: number,
				content: JSON.stringify(content),
				created_at: clock.now(),
			})
			.execute();
		await writeDraft({ tx, actor, clock }, draft, draft.content, { published_id: requestId });
		return { id: requestId, key: draft.key, version: number };
	},
});

export const withdrawDraft = command({
	name: 'frameworkDraft.withdraw',
	summary: 'Sets a draft aside; it can be taken up again.',
	http: { method: 'POST', path: '/kaderontwerpen/{draftId}/intrekking' },
	input: withdrawDraftSchema,
	subject: nothing,
	allow: mayAdaptFrameworks,
	async run({ tx, actor, clock }, { draftId, version, reason }) {
		await openDraft(tx, municipalityOf(actor), draftId);
		const row = { municipalityId: municipalityOf(actor), id: draftId, version };
		return withdrawRow(tx, 'framework_draft', row, reason, clock.now());
	},
});

export const restoreDraft = command({
	name: 'frameworkDraft.restore',
	summary: 'Takes up a draft again that was set aside.',
	http: { method: 'POST', path: '/kaderontwerpen/{draftId}/herstel' },
	input: restoreDraftSchema,
	subject: nothing,
	allow: mayAdaptFrameworks,
	async run({ tx, actor }, { draftId, version }) {
		const municipalityId = municipalityOf(actor);
		const { key } = await draftKey(tx, municipalityId, draftId);
		const open = await openDraftOf(tx, municipalityId, key);
		if (open && open !== draftId) throw new Failure('framework.has_draft', 409);
		return restoreRow(tx, 'framework_draft', { municipalityId, id: draftId, version });
	},
});

/** A former content in which every part counts further than it does now, so that nobody overwrites it unseen. */
function countedOn(former: DraftContent, now: DraftContent): DraftContent {
	const count = new Map<string, number>([
		...now.domains.map((one) => [`domain ${one.id}`, editionOf(one)] as const),
		...now.domains.flatMap(({ themes }) => themes).map((one) => [`theme ${one.id}`, editionOf(one)] as const), // prettier-ignore
		...now.columns.map((one) => [`column ${one.id}`, editionOf(one)] as const),
	]);
	const next = (name: string, part: { edition?: number }) =>
		Math.max(count.get(name) ?? 0, editionOf(part)) + 1;
	return {
		...former,
		edition: Math.max(editionOf(now), editionOf(former)) + 1,
		domains: former.domains.map((domain) => ({
			...domain,
			edition: next(`domain ${domain.id}`, domain),
			themes: domain.themes.map((one) => ({ ...one, edition: next(`theme ${one.id}`, one) })),
		})),
		columns: former.columns.map((one) => ({ ...one, edition: next(`column ${one.id}`, one) })),
	};
}

async function draftKey(tx: Tx, municipalityId: string, id: string): Promise<{ key: string }> {
	const row = await tx
		.selectFrom('framework_draft')
		.select('key')
		.where('municipality_id', '=', municipalityId)
		.where('id', '=', id)
		.executeTakeFirst();
	if (!row) throw notFound();
	return row;
}

async function openDraftOf(
	tx: Tx,
	municipalityId: string,
	key: string,
): Promise<string | undefined> {
	const row = await tx
		.selectFrom('framework_draft')
		.select('id')
		.where('municipality_id', '=', municipalityId)
		.where('key', '=', key)
		.where('published_id', 'is', null)
		.where('withdrawn_at', 'is', null)
		.executeTakeFirst();
	return row?.id;
}

/** A key for a new framework, made of its name, that no framework and no draft has. */
async function freeKey(tx: Tx, municipalityId: string, name: string): Promise<string> {
	const versions = await tx
		.selectFrom('content_version')
		.select('key')
		.where('municipality_id', '=', municipalityId)
		.where('kind', '=', 'framework')
		.execute();
	const drafts = await tx
		.selectFrom('framework_draft')
		.select('key')
		.where('municipality_id', '=', municipalityId)
		.execute();
	const taken = new Set([...reserved, ...versions.map((one) => one.key), ...drafts.map((one) => one.key)]); // prettier-ignore
	return freeId(slugOf(name) || 'kader', taken);
}

async function nextVersion(tx: Tx, municipalityId: string, key: string): Promise<number> {
	const row = await tx
		.selectFrom('content_version')
		.select((eb) => eb.fn.max('version').as('newest'))
		.where('municipality_id', '=', municipalityId)
		.where('kind', '=', 'framework')
		.where('key', '=', key)
		.executeTakeFirst();
	return (row?.newest ?? 0) + 1;
}
