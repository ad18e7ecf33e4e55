// Tests bring their own settings; those of the person who runs them must not leak in.
const OWN = ['PORT', 'HOST', 'PUBLIC_URL', 'DATABASE_URL', 'DATA_DIR', 'SMTP_URL', 'MAIL_FROM'];

/** The environment that tests run in. */
export const testEnvironment: NodeJS.ProcessEnv = Object.fromEntries(
	Object.entries(process.env).filter(([name]) => !OWN.includes(name) && name !== 'NODE_ENV'),
);
