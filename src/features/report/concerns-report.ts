/** Whether a command can change what the report says or rests on. */
export function concernsReport(command: string): boolean {
	return /^(finding|findingGroup|citation|counterweight|provision|knowledgeNeed|evidence|priority|agendaItem|silentRound|reportSection|reportComment|framework)\./.test(
		command,
	);
}
