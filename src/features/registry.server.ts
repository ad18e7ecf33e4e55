import type { AnyCommand } from '#kernel/command.server.ts';
import type { AnyQuery } from '#kernel/query.server.ts';
import * as accountCommands from './accounts/account.commands.server.ts';
import * as accountQueries from './accounts/account.queries.server.ts';
import * as membershipCommands from './accounts/membership.commands.server.ts';
import * as municipalityQueries from './accounts/municipality.queries.server.ts';
import * as organisationCommands from './accounts/organisation.commands.server.ts';
import * as organisationQueries from './accounts/organisation.queries.server.ts';
import * as peopleQueries from './accounts/people.queries.server.ts';
import * as sessionCommands from './accounts/session.commands.server.ts';
import * as sessionQueries from './accounts/session.queries.server.ts';
import * as agendaItemCommands from './agenda/agenda-item.commands.server.ts';
import * as agendaQueries from './agenda/agenda.queries.server.ts';
import * as agreementCommands from './agenda/agreement.commands.server.ts';
import * as appraisalCommands from './agenda/appraisal.commands.server.ts';
import * as appraisalQueries from './agenda/appraisal.queries.server.ts';
import * as choosingQueries from './agenda/choosing.queries.server.ts';
import * as discussionCommands from './agenda/discussion.commands.server.ts';
import * as scoringCommands from './agenda/scoring.commands.server.ts';
import * as scoringQueries from './agenda/scoring.queries.server.ts';
import * as solutionCommands from './agenda/solution.commands.server.ts';
import * as solutionQueries from './agenda/solution.queries.server.ts';
import * as questionsQueries from './agenda/questions.queries.server.ts';
import * as weighingQueries from './agenda/weighing.queries.server.ts';
import * as weightsCommands from './agenda/weights.commands.server.ts';
import * as weightsQueries from './agenda/weights.queries.server.ts';
import * as decisionCommands from './agenda/decision.commands.server.ts';
import * as adjustmentCommands from './agenda/adjustment.commands.server.ts';
import * as adjustmentQueries from './agenda/adjustment.queries.server.ts';
import * as decisionSessionQueries from './agenda/decision-session.queries.server.ts';
import * as momentCommands from './agenda/moment.commands.server.ts';
import * as momentQueries from './agenda/moment.queries.server.ts';
import * as standpointCommands from './agenda/standpoint.commands.server.ts';
import * as standpointQueries from './agenda/standpoint.queries.server.ts';
import * as tellingCommands from './agenda/telling.commands.server.ts';
import * as priorityCommands from './agenda/priority.commands.server.ts';
import * as priorityQueries from './agenda/priority.queries.server.ts';
import * as cellHistoryQueries from './analysis/cell-history.queries.server.ts';
import * as citationCommands from './analysis/citation.commands.server.ts';
import * as groupsQueries from './analysis/groups.queries.server.ts';
import * as findingGroupCommands from './analysis/finding-group.commands.server.ts';
import * as findingQuestionCommands from './analysis/finding-question.commands.server.ts';
import * as needPageQueries from './analysis/need-page.queries.server.ts';
import * as needAnswerCommands from './analysis/need-answer.commands.server.ts';
import * as tensionCommands from './analysis/tension.commands.server.ts';
import * as tensionQueries from './analysis/tension.queries.server.ts';
import * as worklistQueries from './analysis/worklist.queries.server.ts';
import * as sourceUseQueries from './analysis/source-use.queries.server.ts';
import * as counterweightCommands from './analysis/counterweight.commands.server.ts';
import * as entryQueries from './analysis/entry.queries.server.ts';
import * as findingListQueries from './analysis/finding-list.queries.server.ts';
import * as findingPageQueries from './analysis/finding-page.queries.server.ts';
import * as themeFigureQueries from './analysis/theme-figures.queries.server.ts';
import * as figureFindingCommands from './analysis/figure-finding.commands.server.ts';
import * as figureFindingQueries from './analysis/figure-finding.queries.server.ts';
import * as findingCommands from './analysis/finding.commands.server.ts';
import * as formImportLineCommands from './analysis/form-import-line.commands.server.ts';
import * as formImportCommands from './analysis/form-import.commands.server.ts';
import * as formImportQueries from './analysis/form-import.queries.server.ts';
import * as formQueries from './analysis/form.queries.server.ts';
import * as formLiveQueries from './analysis/form-live.queries.server.ts';
import * as knowledgeNeedCommands from './analysis/knowledge-need.commands.server.ts';
import * as provisionCommands from './analysis/provision.commands.server.ts';
import * as silentRoundCommands from './analysis/silent-round.commands.server.ts';
import * as silentRoundQueries from './analysis/silent-round.queries.server.ts';
import * as attachmentCommands from './evidence/attachment.commands.server.ts';
import * as attachmentQueries from './evidence/attachment.queries.server.ts';
import * as evidenceCommands from './evidence/evidence.commands.server.ts';
import * as evidenceQueries from './evidence/evidence.queries.server.ts';
import * as helpLineCommands from './evidence/help-line.commands.server.ts';
import * as helpLineQueries from './evidence/help-line.queries.server.ts';
import * as secondReadingCommands from './evidence/second-reading.commands.server.ts';
import * as secondReadingQueries from './evidence/second-reading.queries.server.ts';
import * as retentionCommands from './retention/retention.commands.server.ts';
import * as retentionQueries from './retention/retention.queries.server.ts';
import * as contributionCommands from './retention/contribution.commands.server.ts';
import * as contributionQueries from './retention/contribution.queries.server.ts';
import * as approachCommands from './execution/approach.commands.server.ts';
import * as meansCommands from './execution/means.commands.server.ts';
import * as planQueries from './execution/plan.queries.server.ts';
import * as progressCommands from './execution/progress.commands.server.ts';
import * as conversationCommands from './lifeworld/conversation.commands.server.ts';
import * as foundQueries from './lifeworld/found.queries.server.ts';
import * as guideQueries from './lifeworld/guides.queries.server.ts';
import * as passageCommands from './lifeworld/passage.commands.server.ts';
import * as passageQueries from './lifeworld/passage.queries.server.ts';
import * as passageFindingCommands from './analysis/passage-finding.commands.server.ts';
import * as passageFindingQueries from './analysis/passage-finding.queries.server.ts';
import * as answersQueries from './lifeworld/answers.queries.server.ts';
import * as sheetsQueries from './lifeworld/sheets.queries.server.ts';
import * as logbookCommands from './lifeworld/logbook.commands.server.ts';
import * as noteMarkCommands from './lifeworld/note-mark.commands.server.ts';
import * as logbookQueries from './lifeworld/logbook.queries.server.ts';
import * as ownGuideCommands from './lifeworld/own-guide.commands.server.ts';
import * as ownGuideQueries from './lifeworld/own-guide.queries.server.ts';
import * as observationCommands from './lifeworld/observation.commands.server.ts';
import * as photoCommands from './lifeworld/photo.commands.server.ts';
import * as placeCommands from './lifeworld/place.commands.server.ts';
import * as placeQueries from './lifeworld/place.queries.server.ts';
import * as walkCommands from './lifeworld/walk.commands.server.ts';
import * as walkQueries from './lifeworld/walk.queries.server.ts';
import * as overviewQueries from './overview/overview.queries.server.ts';
import * as recognitionQueries from './recognition/recognition.queries.server.ts';
import * as recognitionManageQueries from './recognition/manage.queries.server.ts';
import * as recognitionReactionCommands from './recognition/reaction.commands.server.ts';
import * as recognitionReactionQueries from './recognition/reaction.queries.server.ts';
import * as recognitionRoundCommands from './recognition/round.commands.server.ts';
import * as recognitionSentenceCommands from './recognition/sentence.commands.server.ts';
import * as reportVersionCommands from './report/report-version.commands.server.ts';
import * as reportVersionQueries from './report/report-version.queries.server.ts';
import * as proposalQueries from './report/proposal.queries.server.ts';
import * as reportCommentCommands from './report/report-comment.commands.server.ts';
import * as reportCommentQueries from './report/report-comment.queries.server.ts';
import * as reportQueries from './report/report.queries.server.ts';
import * as sectionCommands from './report/section.commands.server.ts';
import * as sectionQueries from './report/section.queries.server.ts';
import * as chainQueries from './thread/chains.queries.server.ts';
import * as threadQueries from './thread/thread.queries.server.ts';
import * as areaQueries from './areas/area.queries.server.ts';
import * as boundaryImportCommands from './areas/boundary-import.commands.server.ts';
import * as boundaryImportQueries from './areas/boundary-import.queries.server.ts';
import * as comparingQueries from './figures/comparing.queries.server.ts';
import * as figureQueries from './figures/figures.queries.server.ts';
import * as indicatorQueries from './figures/indicator.queries.server.ts';
import * as checkSourcesCommands from './publications/check-sources.commands.server.ts';
import * as indicatorMapQueries from './figures/indicator-map.queries.server.ts';
import * as importCommands from './publications/import.commands.server.ts';
import * as importQueries from './publications/import.queries.server.ts';
import * as publicationQueries from './publications/publications.queries.server.ts';
import * as ownImportCommands from './publications/own-import.commands.server.ts';
import * as ownImportQueries from './publications/own-import.queries.server.ts';
import * as ownPublishCommands from './publications/own-publish.commands.server.ts';
import * as newerFigureCommands from './figures/newer-figure.commands.server.ts';
import * as newerFigureQueries from './figures/newer-figure.queries.server.ts';
import * as useFigureCommands from './figures/use-figure.commands.server.ts';
import * as warningTakingCommands from './analysis/warning-taking.commands.server.ts';
import * as warningTakingQueries from './analysis/warning-taking.queries.server.ts';
import * as warningCommands from './warnings/warning.commands.server.ts';
import * as warningQueries from './warnings/warning.queries.server.ts';
import * as warningRuleCommands from './warnings/rule.commands.server.ts';
import * as warningRuleQueries from './warnings/rule.queries.server.ts';
import * as besideQueries from './frameworks/beside.queries.server.ts';
import * as frameworkDraftCommands from './frameworks/draft.commands.server.ts';
import * as frameworkDraftPartCommands from './frameworks/draft-parts.commands.server.ts';
import * as frameworkDraftQueries from './frameworks/draft.queries.server.ts';
import * as frameworkQueries from './frameworks/framework.queries.server.ts';
import * as mappingCommands from './frameworks/mapping.commands.server.ts';
import * as mappingQueries from './frameworks/mapping.queries.server.ts';
import * as moveCommands from './frameworks/move.commands.server.ts';
import * as moveQueries from './frameworks/move.queries.server.ts';
import * as frameCommands from './trajectory/frame.commands.server.ts';
import * as frameQueries from './trajectory/frame.queries.server.ts';
import * as participantCommands from './trajectory/participant.commands.server.ts';
import * as liveQueries from './trajectory/live.queries.server.ts';
import * as phaseCommands from './trajectory/phase.commands.server.ts';
import * as preconditionCommands from './trajectory/precondition.commands.server.ts';
import * as trajectoryCommands from './trajectory/trajectory.commands.server.ts';
import * as trajectoryQueries from './trajectory/trajectory.queries.server.ts';
import * as signalCommands from './signals/signal.commands.server.ts';
import * as signalQueries from './signals/signal.queries.server.ts';
import * as signalStepCommands from './signals/step.commands.server.ts';
import * as coreMeetingCommands from './signals/meeting.commands.server.ts';
import * as coreMeetingQueries from './signals/meeting.queries.server.ts';
import * as coreMeetingTellingCommands from './signals/telling.commands.server.ts';
import * as signalPostCommands from './signals/post.commands.server.ts';
import * as signalPostQueries from './signals/post.queries.server.ts';

/** The modules whose commands and queries make up the program. A test checks that none is forgotten. */
const modules: Record<string, unknown>[] = [
	accountCommands,
	accountQueries,
	membershipCommands,
	municipalityQueries,
	organisationCommands,
	organisationQueries,
	peopleQueries,
	sessionCommands,
	sessionQueries,
	agendaItemCommands,
	agendaQueries,
	agreementCommands,
	appraisalCommands,
	discussionCommands,
	scoringCommands,
	scoringQueries,
	solutionCommands,
	solutionQueries,
	questionsQueries,
	weighingQueries,
	weightsCommands,
	weightsQueries,
	appraisalQueries,
	choosingQueries,
	decisionCommands,
	adjustmentCommands,
	adjustmentQueries,
	decisionSessionQueries,
	momentCommands,
	momentQueries,
	standpointCommands,
	standpointQueries,
	tellingCommands,
	priorityCommands,
	priorityQueries,
	cellHistoryQueries,
	citationCommands,
	counterweightCommands,
	findingGroupCommands,
	groupsQueries,
	findingQuestionCommands,
	needAnswerCommands,
	needPageQueries,
	sourceUseQueries,
	tensionCommands,
	tensionQueries,
	worklistQueries,
	entryQueries,
	findingListQueries,
	findingPageQueries,
	themeFigureQueries,
	figureFindingCommands,
	figureFindingQueries,
	findingCommands,
	formImportLineCommands,
	formImportCommands,
	formImportQueries,
	formQueries,
	formLiveQueries,
	knowledgeNeedCommands,
	provisionCommands,
	silentRoundCommands,
	silentRoundQueries,
	attachmentCommands,
	attachmentQueries,
	evidenceCommands,
	evidenceQueries,
	helpLineCommands,
	helpLineQueries,
	secondReadingCommands,
	secondReadingQueries,
	retentionCommands,
	retentionQueries,
	contributionCommands,
	contributionQueries,
	conversationCommands,
	foundQueries,
	guideQueries,
	passageCommands,
	passageQueries,
	passageFindingCommands,
	passageFindingQueries,
	answersQueries,
	sheetsQueries,
	logbookCommands,
	noteMarkCommands,
	logbookQueries,
	ownGuideCommands,
	ownGuideQueries,
	observationCommands,
	photoCommands,
	placeCommands,
	placeQueries,
	walkCommands,
	walkQueries,
	overviewQueries,
	proposalQueries,
	reportCommentCommands,
	reportCommentQueries,
	reportQueries,
	sectionCommands,
	sectionQueries,
	recognitionQueries,
	recognitionManageQueries,
	recognitionReactionCommands,
	recognitionReactionQueries,
	recognitionRoundCommands,
	recognitionSentenceCommands,
	reportVersionCommands,
	reportVersionQueries,
	chainQueries,
	threadQueries,
	areaQueries,
	boundaryImportCommands,
	boundaryImportQueries,
	comparingQueries,
	figureQueries,
	indicatorQueries,
	checkSourcesCommands,
	indicatorMapQueries,
	importCommands,
	ownImportCommands,
	importQueries,
	publicationQueries,
	ownImportQueries,
	ownPublishCommands,
	newerFigureCommands,
	newerFigureQueries,
	useFigureCommands,
	warningTakingCommands,
	warningTakingQueries,
	warningCommands,
	warningQueries,
	warningRuleCommands,
	warningRuleQueries,
	besideQueries,
	frameworkDraftCommands,
	frameworkDraftPartCommands,
	frameworkDraftQueries,
	frameworkQueries,
	mappingCommands,
	mappingQueries,
	moveCommands,
	moveQueries,
	frameCommands,
	frameQueries,
	participantCommands,
	liveQueries,
	phaseCommands,
	preconditionCommands,
	approachCommands,
	meansCommands,
	planQueries,
	progressCommands,
	trajectoryCommands,
	trajectoryQueries,
	signalCommands,
	signalQueries,
	signalStepCommands,
	coreMeetingCommands,
	coreMeetingQueries,
	coreMeetingTellingCommands,
	signalPostCommands,
	signalPostQueries,
];

const parts = modules.flatMap((module) => Object.values(module));

/** Every command there is. */
export const commands = parts.filter(isCommand);

/** Every query there is. */
export const queries = parts.filter(isQuery);

function isCommand(part: unknown): part is AnyCommand {
	return isKind(part, 'command');
}

function isQuery(part: unknown): part is AnyQuery {
	return isKind(part, 'query');
}

function isKind(part: unknown, kind: string): boolean {
	return typeof part === 'object' && part !== null && (part as { kind?: unknown }).kind === kind;
}
