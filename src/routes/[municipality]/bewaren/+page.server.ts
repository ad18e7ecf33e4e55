import type { RequestEvent } from '@sveltejs/kit';
import { findPlace } from '#features/accounts/municipality.queries.server.ts';
import {
	addHelpLine,
	restoreHelpLine,
	withdrawHelpLine,
} from '#features/evidence/help-line.commands.server.ts';
import { listHelpLines } from '#features/evidence/help-line.queries.server.ts';
import { eraseContribution } from '#features/retention/contribution.commands.server.ts';
import { carryOutRetention, setPeriod } from '#features/retention/retention.commands.server.ts';
import { readRetention } from '#features/retention/retention.queries.server.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const page = url.searchParams.get('pagina') ?? undefined;
	const { lines, withdrawn } = await locals.ask(listHelpLines, {});
	return {
		...(await locals.ask(readRetention, { page })),
		place: await locals.ask(findPlace, {}),
		lines: lines.map((line) => ({ ...line, requestId: newId() })),
		withdrawn: withdrawn.map((line) => ({ ...line, requestId: newId() })),
		notice: url.searchParams.get('melding'),
		requestIds: { period: newId(), now: newId(), erase: newId(), line: newId() },
	};
};

const backWith = (notice: string) => ({
	next: ({ url }: RequestEvent) => `${url.pathname}?melding=${notice}`,
});

const idInAddress = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

/** Whoever was asked to erase something has its address, or the number in it. */
function idOf(values: Record<string, unknown>): Record<string, unknown> {
	const { evidenceId } = values;
	if (typeof evidenceId !== 'string') return values;
	return { ...values, evidenceId: idInAddress.exec(evidenceId)?.[0] ?? evidenceId };
}

/** The version stands beside each period: a form for one kind sends that of all. */
function versionOf({
	versions,
	kind,
	...values
}: Record<string, unknown>): Record<string, unknown> {
	const known = Object.entries((versions ?? {}) as Record<string, unknown>);
	return { ...values, kind, version: known.find(([name]) => name === kind)?.[1] ?? 0 };
}

export const actions: Actions = {
	period: formAction(setPeriod, { ...backWith('termijn'), input: versionOf }),
	now: formAction(carryOutRetention, backWith('gewist')),
	erase: formAction(eraseContribution, { ...backWith('gewist'), input: idOf }),
	addLine: formAction(addHelpLine, backWith('toegevoegd')),
	withdrawLine: formAction(withdrawHelpLine, backWith('weg')),
	restoreLine: formAction(restoreHelpLine, backWith('terug')),
};
