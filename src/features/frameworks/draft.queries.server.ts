import { loadStored } from '#features/analysis/framework.server.ts';
import { municipalityOf } from '#kernel/actor.ts';
import { query, nothing } from '#kernel/query.server.ts';
import { asVersion, columnsToAdd, missingEnglish } from './draft-content.ts';
import { differencesBetween } from './differences.ts';
import { draftVersions } from './draft-history.server.ts';
import { draftIdSchema } from './draft.schema.ts';
import { loadDraft } from './draft.server.ts';
import { mayAdaptFrameworks } from './framework.policy.ts';
import { shippedVersions } from './versions.server.ts';

export const readDraft = query({
	name: 'frameworkDraft.read',
	summary: 'Gives a draft: what it says, what differs from where it began, and what is missing.',
	http: { method: 'GET', path: '/kaderontwerpen/{draftId}' },
	input: draftIdSchema,
	subject: nothing,
	allow: mayAdaptFrameworks,
	async run({ reader, actor }, { draftId }) {
		const municipalityId = municipalityOf(actor);
		const draft = await loadDraft(reader, municipalityId, draftId);
		const base = await loadStored(reader, municipalityId, draft.baseId);
		return {
			...draft,
			base: { id: draft.baseId, key: base.id, version: base.version, name: base.name },
			differences: differencesBetween(base, asVersion(draft.content, draft.key, 1)),
			missingEnglish: missingEnglish(draft.content),
			addable: columnsToAdd(draft.content, await shippedVersions(reader, municipalityId)).map(
				({ column: { id, name } }) => ({ id, name }),
			),
		};
	},
});

export const draftHistory = query({
	name: 'frameworkDraft.history',
	summary: 'Gives every version of a draft, with what changed, who did it and when. Newest first.',
	http: { method: 'GET', path: '/kaderontwerpen/{draftId}/versies' },
	input: draftIdSchema,
	subject: nothing,
	allow: mayAdaptFrameworks,
	async run({ reader, actor }, { draftId }) {
		const municipalityId = municipalityOf(actor);
		const draft = await loadDraft(reader, municipalityId, draftId);
		const versions = await draftVersions(reader, municipalityId, draftId);
		return {
			draft: { id: draft.id, version: draft.version, name: draft.content.name },
			isOpen: draft.publishedId === null && draft.withdrawnAt === null,
			versions: versions.map(({ content, ...one }, at) => {
				const before = versions[at + 1];
				return {
					...one,
					/** What changed since the version before; null for the first. */
					differences: before
						? differencesBetween(
								asVersion(before.content, draft.key, 1),
								asVersion(content, draft.key, 1),
							)
						: null,
				};
			}),
		};
	},
});
