/** A program that works through the API with a personal access token. */
export interface ApiClient {
	/** Sends a request; gives the answer's body. Throws what the answer said when it was refused. */
	send<T = { id: string }>(method: string, path: string, body?: object): Promise<T>;
}

/** Called before a request goes out, so that a test can hold it against the document. */
export type Watch = (method: string, path: string, body: object | undefined) => void;

/** A client of the program at this address; `path` comes after `/api/v1`. */
export function apiClient(address: string, token: string, watch?: Watch): ApiClient {
	return {
		async send(method, path, body) {
			watch?.(method, path, body);
			const response = await fetch(`${address}/api/v1${path}`, {
				method,
				headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
				body: body && JSON.stringify(body),
			});
			const text = await response.text();
			if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
			return JSON.parse(text);
		},
	};
}
