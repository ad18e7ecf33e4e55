import { trajectoryPath } from '#features/trajectory/rooms.ts';

type Place = Parameters<typeof trajectoryPath>[1];

/** The addresses of signals and of the meetings of the core group. */
export function signalPaths(municipality: string, place: Place) {
	const home = trajectoryPath(municipality, place);
	const signals = `${home}/signalen`;
	const meetings = `${home}/overleg`;
	return {
		signals,
		add: `${home}/veld/signaal`,
		signal: (id: string) => `${signals}/${id}`,
		patterns: `${signals}/patronen`,
		residents: `${signals}/bewoners`,
		publicForm: `${signals}/melden`,
		follow: (secret: string) => `${signals}/volgen/${secret}`,
		source: (id: string) => `${home}/bron/${id}`,
		meetings,
		addMeeting: `${meetings}/nieuw`,
		meeting: (id: string) => `${meetings}/${id}`,
		openness: `${home}/kader/openbaar`,
		plan: `${home}/uitvoering`,
	};
}
