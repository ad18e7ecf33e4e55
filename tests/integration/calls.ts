import type { Role } from '#features/accounts/role.schema.ts';
import type { Rows } from '#tests/support/filled-world.ts';
import { careCalls } from './calls-of-care.ts';
import { ownFigureCalls } from './calls-of-own-figures.ts';
import { attachmentCalls } from './calls-of-attachments.ts';
import { figureCalls } from './calls-of-figures.ts';
import { placeCalls } from './calls-of-places.ts';
import { signalCalls } from './calls-of-signals.ts';
import { talkCalls } from './calls-of-talks.ts';
import { recognitionCalls } from './calls-of-recognition.ts';
import { warningCalls } from './calls-of-warnings.ts';
import { weighingCalls } from './calls-of-weighing.ts';

/** Who asks: somebody without a session, or a member with a role whose organisation takes part. */
export type Audience = 'visitor' | Role;

export interface Call {
	/** Who may, in a trajectory of which every part is public. */
	by: readonly Audience[];
	/** What differs from the input that is made out of the schema. */
	input?: (rows: Rows) => Record<string, unknown>;
	/** What somebody who may is answered, where the sample cannot be carried out. */
	fails?: string;
	/** Why whoever may not is told that it is not there. */
	hides?: string;
	/** Why an id that is not there is answered like one that is: what was asked for holds already. */
	ignoresUnknown?: string;
	/** Why it shows something of every municipality. */
	acrossMunicipalities?: string;
}

const leaders = ['process_manager'] as const;
const contributors = [...leaders, 'analyst', 'professional', 'resident_representative'] as const;
const members = [...contributors, 'administrator', 'decision_maker', 'reader'] as const;
const everyone = [...members, 'visitor'] as const;
const managers = ['administrator', 'process_manager'] as const;
const deciders = ['process_manager', 'decision_maker'] as const;
/** What somebody brought in is changed by its organisation, here the municipality's, and by who leads. */
const ofMunicipality = ['process_manager', 'analyst'] as const;

const secret = 'A'.repeat(43);
const localOutbox = 'the outbox of a computer without a mail server, never in production';

/**
 * Who may do and read what: every command and query of the registry stands here, so that a change of policy is a
 * change of this table. A missing one fails the test.
 */
export const calls: Record<string, Call> = {
	...attachmentCalls,
	...careCalls,
	...figureCalls,
	...placeCalls,
	...weighingCalls,
	...ownFigureCalls,
	...warningCalls,
	...recognitionCalls,
	...signalCalls,
	...talkCalls,
	'account.change': { by: members },
	'account.changeMessages': { by: members },
	'account.makeToken': { by: members, input: () => ({ token: secret }) },
	'account.endSession': {
		by: members,
		input: () => ({ sessionId: 'a'.repeat(64) }),
		fails: 'not_found',
	},
	'account.endAllSessions': { by: members },
	'membership.invite': {
		by: managers,
		input: () => ({ role: 'reader', organisationName: null, sector: null }),
	},
	'membership.inviteAgain': { by: managers },
	'membership.changeRole': { by: managers, input: () => ({ role: 'analyst' }) },
	'membership.end': { by: managers },
	'organisation.add': { by: managers },
	'organisation.change': { by: managers },
	'organisation.end': { by: managers, fails: 'organisation.has_members' },
	'organisation.resume': { by: managers },
	'session.request': { by: everyone, input: () => ({ email: 'nobody@voorbeeld.invalid' }) },
	'session.start': {
		by: everyone,
		input: () => ({ link: secret, session: secret }),
		fails: 'sign_in_link.spent',
	},
	'session.takePersona': { by: everyone, input: () => ({ session: secret }), fails: 'not_found' },
	'session.leave': { by: everyone, input: () => ({ session: secret }) },
	'agendaItem.add': { by: contributors },
	'agendaItem.change': { by: contributors },
	'agendaItem.order': { by: leaders },
	'agendaItem.withdraw': { by: contributors },
	'agendaItem.restore': { by: contributors },
	'decision.record': { by: deciders },
	'decision.change': { by: deciders },
	'decision.withdraw': { by: deciders },
	'decision.restore': { by: deciders },
	'decision.recordSession': {
		by: deciders,
		input: (rows) => ({ decisions: [{ agendaItemId: rows.agenda_item, outcome: 'adopted' }] }),
	},
	'decision.session': { by: everyone, input: (rows) => ({ sessionId: rows.decision }) },
	'decision.choices': { by: deciders },
	// The sample's decision is of long ago.
	'decision.tell': {
		by: leaders,
		input: (rows) => ({ sessionId: rows.decision }),
		fails: 'decision.too_old_to_tell',
	},
	'decisionNotice.done': { by: leaders },
	'decisionNotice.undone': { by: leaders },
	'agendaItem.resume': { by: leaders },
	'standpoint.give': {
		by: [...contributors, 'decision_maker'],
		input: () => ({ itemVersion: 1, version: 0 }),
	},
	'standpoint.enter': {
		by: leaders,
		input: () => ({ itemVersion: 1, version: 0, ground: 'Bijeenkomst van 3 maart' }),
	},
	'standpoint.list': { by: everyone },
	'standpoint.read': { by: everyone },
	'politicalMoment.add': { by: leaders },
	'politicalMoment.change': { by: leaders },
	'politicalMoment.withdraw': { by: leaders },
	'politicalMoment.restore': { by: leaders },
	'politicalMoment.list': { by: everyone },
	'adjustmentRound.start': { by: leaders, input: () => ({ year: 2030 }) },
	'adjustmentRound.withdraw': { by: leaders },
	'adjustmentRound.restore': {
		by: leaders,
		input: (rows) => ({ adjustmentRoundId: rows.withdrawn_round }),
	},
	'adjustmentRound.carryOut': { by: leaders },
	'adjustmentRound.read': {
		by: members,
		input: (rows) => ({ adjustmentRoundId: rows.past_round }),
	},
	'adjustmentChoice.set': { by: leaders, input: () => ({ choice: 'kept', version: 1 }) },
	'adjustmentChoice.add': { by: leaders },
	'adjustmentChoice.withdraw': { by: leaders },
	'adjustmentChoice.restore': {
		by: leaders,
		input: (rows) => ({ adjustmentChoiceId: rows.withdrawn_choice }),
	},
	'agenda.years': { by: members, input: () => ({ from: 2025, to: 2026 }) },
	'citation.add': { by: contributors, input: (rows) => ({ findingId: rows.other_finding }) },
	'citation.remove': {
		by: contributors,
		ignoresUnknown: 'a source that is not there is removed already',
	},
	'counterweight.add': {
		by: contributors,
		input: (rows) => ({ findingId: rows.other_finding, oppositeId: rows.protective_finding }),
	},
	'counterweight.remove': { by: contributors },
	'citation.change': { by: contributors },
	'formImport.receive': { by: contributors, fails: 'formImport.gone' },
	'formImport.approve': { by: contributors },
	'formImport.leave': { by: contributors },
	'formImport.resume': { by: contributors },
	'formImport.withdraw': { by: contributors },
	'formImport.list': { by: contributors },
	'formImport.read': { by: contributors },
	'formImportLine.place': { by: contributors, input: () => ({ slot: 'risk' }) },
	'finding.add': { by: contributors },
	'findingGroup.add': {
		by: contributors,
		input: (rows) => ({ findingIds: [rows.finding, rows.other_finding] }),
	},
	'findingGroup.join': {
		by: contributors,
		input: (rows) => ({ groupId: rows.group_finding }),
	},
	'findingGroup.list': { by: members },
	'findingGroup.leave': { by: contributors },
	'findingQuestion.add': { by: contributors },
	'findingQuestion.answer': { by: contributors },
	'findingQuestion.reopen': { by: contributors },
	'findingQuestion.passOn': { by: contributors },
	'tension.list': { by: members },
	'tensionAnswer.add': { by: contributors },
	'tensionAnswer.ask': { by: contributors },
	'tensionAnswer.withdraw': { by: contributors },
	'evidence.uses': { by: everyone },
	'knowledgeNeed.list': { by: everyone },
	'knowledgeNeed.reopen': { by: contributors },
	'finding.change': { by: contributors },
	'finding.move': { by: contributors },
	'finding.withdraw': { by: contributors },
	'finding.restore': { by: contributors },
	'knowledgeNeed.add': { by: contributors },
	'knowledgeNeed.change': { by: contributors },
	'knowledgeNeed.answer': { by: contributors, input: () => ({ source: 'existing' }) },
	'knowledgeNeed.withdraw': { by: contributors },
	'knowledgeNeed.restore': { by: contributors },
	'silentRound.open': { by: leaders },
	// The sample's round is closed.
	'silentRound.change': { by: leaders, fails: 'silentRound.closed' },
	'silentRound.close': { by: leaders },
	'provision.add': { by: contributors },
	'provision.change': { by: contributors },
	'provision.withdraw': { by: contributors },
	'provision.restore': { by: contributors },
	'evidence.add': { by: contributors },
	'evidence.change': { by: ofMunicipality },
	'evidence.withdraw': { by: ofMunicipality },
	'evidence.restore': { by: ofMunicipality },
	'evidence.setVisibility': { by: ofMunicipality },
	'framework.list': { by: everyone },
	'analysis.others': { by: everyone },
	'framework.read': { by: everyone, input: () => ({ key: '2013' }) },
	'framework.compare': { by: everyone, input: (rows) => ({ otherId: rows.framework }) },
	'frameworkDraft.begin': { by: managers, input: () => ({ name: 'Ons kader' }) },
	'frameworkDraft.read': { by: managers },
	'frameworkDraft.history': { by: managers },
	'frameworkDraft.change': { by: managers },
	'frameworkDraft.addTheme': { by: managers },
	'frameworkDraft.changeTheme': { by: managers, input: () => ({ domain: 'I' }) },
	'frameworkDraft.changeDomain': { by: managers },
	'frameworkDraft.addColumn': { by: managers, input: () => ({ column: 'signals' }) },
	'frameworkDraft.changeColumn': { by: managers, input: () => ({ column: 'risk' }) },
	'frameworkDraft.order': { by: managers, input: () => ({ id: 'sport' }) },
	'frameworkDraft.hide': { by: managers, input: () => ({ id: 'sport' }) },
	// The sample's draft was not changed since it began.
	'frameworkDraft.revert': { by: managers, fails: 'not_found' },
	'frameworkDraft.publish': { by: managers },
	'frameworkDraft.withdraw': { by: managers },
	'frameworkDraft.restore': { by: managers, fails: 'changed_meanwhile' },
	'themeMapping.list': { by: everyone, input: (rows) => ({ otherId: rows.framework }) },
	'themeMapping.set': {
		by: managers,
		input: (rows) => ({ otherId: rows.framework, otherTheme: 'sport', version: 0 }),
	},
	'framework.movePreview': { by: leaders },
	'framework.moveTrajectory': {
		by: leaders,
		input: (rows) => ({ frameworkId: rows.other_framework, places: [] }),
	},
	// The sample's move was taken back.
	'framework.moveBack': { by: leaders, fails: 'not_found' },
	'trajectory.change': { by: leaders, input: () => ({ endYear: 2030 }) },
	'trajectory.setState': { by: leaders },
	'trajectory.publish': { by: leaders },
	'participant.add': {
		by: leaders,
		input: (rows) => ({ organisationId: rows.new_organisation, membershipId: null }),
	},
	'participant.change': { by: leaders },
	'participant.end': { by: leaders },
	'phase.add': { by: leaders },
	'phase.change': { by: leaders },
	'phase.remove': { by: leaders },
	'phase.usePlanning': { by: leaders },
	'precondition.set': { by: leaders },
	'approach.add': { by: contributors },
	'approach.change': { by: contributors },
	'approach.withdraw': { by: contributors },
	'approach.restore': { by: contributors },
	'means.add': { by: contributors },
	'means.change': { by: contributors },
	'means.withdraw': { by: contributors },
	'means.restore': { by: contributors },
	'progress.report': { by: contributors },
	'progress.withdraw': { by: contributors },
	'progress.restore': { by: contributors },
	'trajectory.start': { by: leaders },
	'account.read': { by: members },
	'organisation.list': { by: members },
	'membership.list': { by: managers },
	'persona.list': { by: everyone },
	'signInLink.find': { by: everyone, fails: 'sign_in_link.spent' },
	'outbox.list': { by: everyone, acrossMunicipalities: localOutbox },
	'agenda.read': { by: everyone },
	'agendaItem.read': { by: everyone },
	'decision.list': { by: everyone },
	'agenda.findings': { by: contributors },
	'priority.list': { by: everyone },
	'provision.read': { by: everyone },
	'knowledgeNeed.read': { by: everyone },
	'finding.list': { by: everyone },
	'finding.listPage': { by: everyone },
	'finding.read': { by: everyone },
	'finding.page': { by: everyone },
	'finding.history': { by: members },
	'analysis.form': { by: everyone },
	'analysis.formState': { by: members },
	'analysis.cellHistory': {
		by: members,
		input: () => ({ theme: 'huishouding', column: 'risk' }),
	},
	'analysis.changedEntries': { by: members },
	'silentRound.list': { by: members },
	'silentRound.read': { by: members },
	'evidence.read': { by: everyone },
	'evidence.list': { by: everyone },
	'evidence.options': { by: everyone },
	'evidence.choices': { by: everyone },
	'trajectory.read': { by: everyone },
	'precondition.list': { by: members },
	'plan.read': { by: everyone },
	'approach.read': { by: everyone },
	'means.list': { by: everyone },
	'progress.list': { by: everyone },
	'approach.choices': { by: contributors },
	'trajectory.list': { by: everyone },
	'trajectory.find': {
		by: everyone,
		input: (rows) => ({ areaSlug: rows.area_slug, startYear: rows.start_year }),
	},
	'trajectory.mayChange': { by: leaders },
	'trajectory.mayStart': { by: leaders },
	'organisation.options': { by: members },
	'evidence.themes': { by: everyone },
	'thread.read': { by: everyone, input: (rows) => ({ kind: 'finding', id: rows.finding }) },
	'thread.list': { by: everyone },
	'thread.chains': { by: everyone },
	'municipality.listPublic': { by: everyone },
	'municipality.find': { by: everyone },
	'organisation.listActive': { by: managers },
	'priority.board': { by: members },
	'analysis.beginEntry': { by: contributors },
	'overview.read': { by: everyone },
	'report.read': { by: everyone },
	'proposal.read': { by: members },
	'report.data': { by: everyone },
	'reportSection.compose': { by: contributors, input: () => ({ key: 'introduction' }) },
	'reportSection.write': { by: contributors, input: () => ({ key: 'introduction', version: 0 }) },
	'reportSection.confirm': { by: contributors, input: () => ({ seen: [] }) },
	'reportSection.withdraw': { by: contributors },
	// The sample's section was written anew since.
	'reportSection.restore': {
		by: contributors,
		input: (rows) => ({ sectionId: rows.withdrawn_report_section }),
		fails: 'report_section.written',
	},
	'reportComment.add': {
		by: contributors,
		input: () => ({ key: 'introduction', text: 'Dit kan korter.' }),
	},
	'reportComment.reply': { by: contributors },
	'reportComment.resolve': { by: contributors },
	'reportComment.reopen': {
		by: contributors,
		input: (rows) => ({ reportCommentId: rows.resolved_comment }),
	},
	// The sample's sentence stands in no section.
	'reportComment.accept': {
		by: contributors,
		input: (rows) => ({ reportCommentId: rows.suggestion }),
		fails: 'report_comment.sentence_gone',
	},
	'reportComment.decline': {
		by: contributors,
		input: (rows) => ({ reportCommentId: rows.suggestion }),
	},
	'reportComment.list': { by: members },
	'reportSection.list': { by: everyone },
	'reportSection.page': { by: members, input: () => ({ slug: 'inleiding' }) },
	'reportSection.overview': { by: members },
	'reportSection.domainDocuments': { by: members },
	'reportSection.history': { by: members },
	'reportVersion.freeze': { by: leaders },
	'reportVersion.setVisibility': { by: leaders, input: () => ({ visibility: 'public' }) },
	'reportVersion.list': { by: everyone },
	'reportVersion.read': { by: everyone, input: () => ({ document: 'report', taal: 'nl' }) },
	'trajectory.follow': { by: members },
};
