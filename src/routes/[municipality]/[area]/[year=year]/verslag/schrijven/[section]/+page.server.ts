import { domainPages } from '#features/report/domain-pages.server.ts';
import { parsed, sectionInput } from '#features/report/section-input.ts';
import {
	acceptSuggestion,
	addComment,
	declineSuggestion,
	reopenComment,
	replyToComment,
	resolveComment,
} from '#features/report/report-comment.commands.server.ts';
import { listComments } from '#features/report/report-comment.queries.server.ts';
import { sentencesOf } from '#features/report/section-records.ts';
import {
	composeSection,
	confirmSection,
	restoreSection,
	withdrawSection,
	writeSection,
} from '#features/report/section.commands.server.ts';
import { readDomainDocuments, sectionPage } from '#features/report/section.queries.server.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import { commentTexts } from '#locales/report-comments.ts';
import { writingTexts } from '#locales/report-writing.ts';
import type { RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, params, locals, url, depends }) => {
	depends('report:writing');
	const { trajectory, language } = await parent();
	const trajectoryId = trajectory.id;
	const section = await locals.ask(sectionPage, { trajectoryId, slug: params.section });
	const { domainId, key } = section.place;
	const { comments } = await locals.ask(listComments, { trajectoryId, key });
	const [pages = null] = domainId
		? await domainPages(await locals.ask(readDomainDocuments, { trajectoryId, domainId }))
		: [];
	const t = writingTexts[language];
	const notices: Record<string, string> = {
		opzet: t.begun,
		bewaard: t.saved,
		nagekeken: t.confirmed,
		weggelegd: t.aside,
		teruggezet: t.restored,
		geplaatst: commentTexts[language].placed,
		opmerking: commentTexts[language].done,
	};
	return {
		section,
		comments,
		sentences: sentencesOf(section.content).map(({ text }) => text),
		commentId: newId(),
		pages,
		notice: notices[url.searchParams.get('melding') ?? ''] ?? null,
		/** A blank sheet instead of the composed draft. */
		isBlank: url.searchParams.has('leeg'),
		requestIds: {
			compose: newId(),
			write: newId(),
			confirm: newId(),
			withdraw: newId(),
			restore: newId(),
		},
	};
};

const next = (notice: string) => (event: RequestEvent) => `${event.url.pathname}?melding=${notice}`;

export const actions = {
	comment: formAction(addComment, { next: next('geplaatst') }),
	reply: formAction(replyToComment, { next: next('geplaatst') }),
	resolve: formAction(resolveComment, { next: next('opmerking') }),
	reopen: formAction(reopenComment, { next: next('opmerking') }),
	accept: formAction(acceptSuggestion, { next: next('opmerking') }),
	decline: formAction(declineSuggestion, { next: next('opmerking') }),
	compose: formAction(composeSection, { next: next('opzet') }),
	write: formAction(writeSection, { input: sectionInput, next: next('bewaard') }),
	confirm: formAction(confirmSection, {
		input: ({ seen, ...values }) => ({
			...values,
			seen: typeof seen === 'string' ? parsed(seen) : seen,
		}),
		next: next('nagekeken'),
	}),
	withdraw: formAction(withdrawSection, { next: next('weggelegd') }),
	restore: formAction(restoreSection, { next: next('teruggezet') }),
} satisfies Actions;
