import * as v from 'valibot';
import { choice, emailAddress, id, line, optionalChoice, tick, version } from '#kernel/fields.ts';
import { languages } from '#locales/messages.ts';
import { roles } from './role.schema.ts';
import { sectorIds } from './sector.schema.ts';

/** Names of people are no free text about somebody; they stand here to be addressed by. */
const personName = () =>
	v.pipe(
		v.string('required'),
		v.transform((text) => text.replace(/\s+/g, ' ').trim()),
		v.nonEmpty('required'),
		v.maxLength(120, 'too_long'),
	);

const optionalLine = (limit: number) => v.optional(v.nullable(line(limit)), null);

/** An invitation names an organisation that there is, or a new one with its sector. */
export const inviteSchema = v.object({
	name: personName(),
	email: emailAddress(),
	role: choice(roles),
	language: v.optional(choice(languages), 'nl'),
	organisationId: v.optional(v.nullable(id()), null),
	organisationName: optionalLine(120),
	sector: optionalChoice(sectorIds),
});

export const membershipSchema = v.object({ membershipId: id() });

export const changeRoleSchema = v.object({
	membershipId: id(),
	version: version(),
	role: choice(roles),
});

export const addOrganisationSchema = v.object({ name: line(120), sector: choice(sectorIds) });

export const changeOrganisationSchema = v.object({
	organisationId: id(),
	version: version(),
	name: line(120),
	sector: choice(sectorIds),
});

export const organisationSchema = v.object({ organisationId: id(), version: version() });

/** Ticked: no messages but those that one needs to sign in. */
export const changeMessagesSchema = v.object({ noMessages: tick() });

export const changeMyselfSchema = v.object({ name: personName(), language: choice(languages) });
