import type { IncomingMessage, ServerResponse } from 'node:http';

/** The most bytes an upload may have; the importing route may set a lower one. */
export const UPLOAD_LIMIT = 200 * 1024 * 1024;

/** The most bytes that any other request may have: a long form with long texts. */
export const FORM_LIMIT = 1024 * 1024;

// What a multipart body has around the file itself.
const ENVELOPE = 1024 * 1024;

/** The most bytes of an analysis form that comes back. */
export const EXCHANGE_LIMIT = 10 * 1024 * 1024;

/** The most bytes of a municipality's own file of figures. */
export const OWN_FILE_LIMIT = 10 * 1024 * 1024;

/** The most bytes of a film; photos and documents may have less. */
export const FILM_LIMIT = 100 * 1024 * 1024;

/**
 * The pages that receive files, each with the most bytes of what it takes, and no other path that ends so. These routes
 * read `request.body` as a stream; every other one holds what it reads in memory (`request.formData()`).
 */
const uploadPaths: [path: RegExp, most: number][] = [
	[/^\/[^/]+\/cijfers\/importeren\/?$/, UPLOAD_LIMIT],
	[/^\/[^/]+\/cijfers\/eigen\/?$/, OWN_FILE_LIMIT],
	[/^\/[^/]+\/gebieden\/grenzen\/?$/, UPLOAD_LIMIT],
	[/^\/[^/]+\/[^/]+\/\d{4}\/analyse\/blad\/terug\/?$/, EXCHANGE_LIMIT],
	[/^\/[^/]+\/[^/]+\/\d{4}\/bron\/[^/]+\/foto\/?$/, FILM_LIMIT],
];

/** The most bytes of the files that a path receives; undefined for one that receives none. */
function uploadLimit(pathname: string): number | undefined {
	return uploadPaths.find(([path]) => path.test(pathname))?.[1];
}

/** The most bytes that a request to this path may have. */
function bodyLimit(pathname: string): number {
	const upload = uploadLimit(pathname);
	return upload === undefined ? FORM_LIMIT : upload + ENVELOPE;
}

/**
 * Refuses a request that announces a body over its limit, or (where no upload is expected) that
 * does not announce its length. Gives true when it has answered.
 */
export function refuseLargeBody(request: IncomingMessage, response: ServerResponse): boolean {
	const pathname = (request.url ?? '/').split('?')[0] ?? '/';
	const limit = bodyLimit(pathname);
	const announced = request.headers['content-length'];
	if (announced === undefined) {
		if (!request.headers['transfer-encoding'] || uploadLimit(pathname) !== undefined) return false;
		answer(request, response, 411, LENGTH_MISSING);
		return true;
	}
	if (Number(announced) <= limit) return false;
	answer(request, response, 413, tooLarge(uploadLimit(pathname) ?? limit));
	return true;
}

const LENGTH_MISSING = {
	nl: 'Dit verzoek zegt niet hoe groot het is. Stuur een Content-Length mee.',
	en: 'This request does not say how large it is. Send a Content-Length.',
};

function tooLarge(limit: number): { nl: string; en: string } {
	const size = `${limit / 1024 / 1024} MB`;
	return {
		nl: `Dit is te groot: hier past hoogstens ${size}. Er is niets opgeslagen. Ga terug en kies een kleiner bestand of een kortere tekst.`,
		en: `This is too large: at most ${size} fits here. Nothing was stored. Go back and choose a smaller file or a shorter text.`,
	};
}

function answer(
	request: IncomingMessage,
	response: ServerResponse,
	status: number,
	detail: { nl: string; en: string },
): void {
	const forProgram = !request.headers.accept?.includes('text/html');
	response.statusCode = status;
	response.setHeader('connection', 'close');
	response.setHeader('cache-control', 'no-store');
	response.setHeader(
		'content-type',
		forProgram ? 'application/problem+json' : 'text/html;charset=utf-8',
	);
	response.end(
		forProgram
			? JSON.stringify({
					status,
					title: status === 413 ? 'Content Too Large' : 'Length Required',
					detail: detail.en,
				})
			: `<!doctype html><html lang="nl"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Te groot – Wijkagenda</title><h1>Dit lukte niet</h1><p>${detail.nl}</p><p lang="en">${detail.en}</p></html>`,
	);
	// A browser shows the answer only after it has sent everything, so the rest is read and dropped.
	request.resume();
}
