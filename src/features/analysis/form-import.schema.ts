import * as v from 'valibot';
import { id, text, tick, version } from '#kernel/fields.ts';
import { pageFields } from '#kernel/list-page.ts';
import { themeId } from './finding.schema.ts';
import { findingLimit } from './kinds.ts';

/** The most lines that one request decides about by name. */
export const mostLines = 500;

/**
 * A line of a form that came back: its id; where the entry was changed since the form went out, the version of the
 * entry that whoever decides has seen goes behind it.
 */
const lineChoice = v.pipe(v.string('required'), v.regex(/^[0-9a-f-]{36}(\.\d{1,9})?$/i, 'unknown'));
const lines = () => v.optional(v.pipe(v.array(lineChoice), v.maxLength(mostLines)), []);

export const receiveFormImportSchema = v.object({
	trajectoryId: id(),
	/** For whom the form was filled in: an organisation that takes part. */
	organisationId: id(),
});

export const formImportIdSchema = v.object({ formImportId: id() });

export const approveFormImportSchema = v.object({
	formImportId: id(),
	lines: lines(),
	/** Everything that can be taken in without anybody having to choose. */
	all: tick(),
});

export const leaveFormImportSchema = v.object({ formImportId: id(), lines: lines() });

export const placeLineSchema = v.object({
	formImportLineId: id(),
	version: version(),
	theme: themeId(),
	/** What kind of entry it is; whether the framework has it is checked by the command. */
	slot: v.pipe(v.string('choose'), v.nonEmpty('choose'), v.maxLength(80)),
	text: text(findingLimit),
});

/** What is shown of an import: what is still to be decided, or everything. */
export const importViews = ['open', 'all'] as const;

export const readFormImportSchema = v.object({
	formImportId: id(),
	view: v.optional(v.picklist(importViews), 'open'),
	...pageFields(),
});
