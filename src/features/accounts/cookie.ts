/** The cookie that holds the secret of a session. */
export const sessionCookie = 'wijkagenda';

/** How the session's cookie is set: out of reach of scripts and of other sites; over https only where that is used. */
export function sessionCookieOptions(publicUrl: string, days: number) {
	return {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: publicUrl.startsWith('https:'),
		maxAge: days * 24 * 60 * 60,
	} as const;
}
