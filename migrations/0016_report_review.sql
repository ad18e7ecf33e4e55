-- The report looked at together: versions that stay as they were, and what people say of a section.

-- A report as it was on a day, with its summaries. It is never changed: the rights say so.
CREATE TABLE report_version (
	municipality_id uuid NOT NULL,
	id uuid NOT NULL,
	trajectory_id uuid NOT NULL,
	name text NOT NULL,
	note text NOT NULL DEFAULT '',
	frozen_at timestamptz NOT NULL,
	frozen_by uuid,
	-- Who froze it, as they were called and in what they were then.
	organisation_name text NOT NULL,
	role text NOT NULL,
	PRIMARY KEY (municipality_id, id),
	FOREIGN KEY (municipality_id, trajectory_id) REFERENCES trajectory
);
CREATE INDEX ON report_version (municipality_id, trajectory_id, frozen_at DESC);

-- Who reads a version now: this may change, with a reason, and its former states are kept.
CREATE TABLE report_version_visibility (
	municipality_id uuid NOT NULL,
	-- That of the version.
	id uuid NOT NULL,
	trajectory_id uuid NOT NULL,
	visibility text NOT NULL CHECK (visibility IN ('participants', 'public')),
	reason text NOT NULL DEFAULT '',
	changed_by uuid,
	changed_at timestamptz NOT NULL,
	version integer NOT NULL DEFAULT 1,
	PRIMARY KEY (municipality_id, id),
	FOREIGN KEY (municipality_id, id) REFERENCES report_version,
	FOREIGN KEY (municipality_id, trajectory_id) REFERENCES trajectory
);
CREATE TRIGGER keep_version BEFORE UPDATE ON report_version_visibility FOR EACH ROW EXECUTE FUNCTION keep_version();
SELECT secure_tenant_table('report_version_visibility', 'visibility = ''public''');
SELECT secure_tenant_table('report_version',
	'EXISTS (SELECT FROM report_version_visibility v WHERE v.municipality_id = report_version.municipality_id AND v.id = report_version.id AND v.visibility = ''public'')',
	'SELECT, INSERT');

-- The documents of a version: for either audience, in either language.
CREATE TABLE report_version_document (
	municipality_id uuid NOT NULL,
	report_version_id uuid NOT NULL,
	document text NOT NULL CHECK (document IN ('report', 'council', 'residents')),
	language text NOT NULL CHECK (language IN ('nl', 'en')),
	-- What those inside read, or what a visitor could read on that day.
	audience text NOT NULL CHECK (audience IN ('participants', 'public')),
	-- A DocumentModel (src/ui/document/model.ts), letter for letter as it was written: json, not jsonb.
	model json NOT NULL,
	-- SHA-256 of that text in UTF-8, in hex.
	checksum text NOT NULL CHECK (checksum ~ '^[0-9a-f]{64}$'),
	PRIMARY KEY (municipality_id, report_version_id, document, language, audience),
	FOREIGN KEY (municipality_id, report_version_id) REFERENCES report_version
);
SELECT secure_tenant_table('report_version_document',
	'audience = ''public'' AND EXISTS (SELECT FROM report_version_visibility v WHERE v.municipality_id = report_version_document.municipality_id AND v.id = report_version_document.report_version_id AND v.visibility = ''public'')',
	'SELECT, INSERT');

-- What somebody says of a section of the report, or of a sentence of it; with another text it is a suggestion.
CREATE TABLE report_comment (
	municipality_id uuid NOT NULL,
	id uuid NOT NULL,
	trajectory_id uuid NOT NULL,
	-- As in report_section.
	section_key text NOT NULL,
	-- The sentence it is about, as it was then; '' for the section as a whole.
	about text NOT NULL DEFAULT '',
	-- For a suggestion: why; may be left out there.
	text text NOT NULL DEFAULT '',
	-- What the sentence should become; null for what is only a comment.
	proposed text,
	state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'resolved', 'accepted', 'declined')),
	-- Why a suggestion was declined.
	state_reason text NOT NULL DEFAULT '',
	state_by uuid,
	state_at timestamptz,
	organisation_id uuid NOT NULL,
	created_by uuid,
	created_at timestamptz NOT NULL,
	version integer NOT NULL DEFAULT 1,
	PRIMARY KEY (municipality_id, id),
	CHECK (proposed IS NOT NULL OR text <> ''),
	CHECK (proposed IS NULL OR about <> ''),
	CHECK (state <> 'resolved' OR proposed IS NULL),
	CHECK (state NOT IN ('accepted', 'declined') OR proposed IS NOT NULL),
	FOREIGN KEY (municipality_id, trajectory_id) REFERENCES trajectory,
	FOREIGN KEY (municipality_id, organisation_id) REFERENCES organisation
);
CREATE INDEX ON report_comment (municipality_id, trajectory_id, section_key, created_at);
CREATE TRIGGER keep_version BEFORE UPDATE ON report_comment FOR EACH ROW EXECUTE FUNCTION keep_version();
SELECT secure_tenant_table('report_comment', 'false');

CREATE TABLE report_reply (
	municipality_id uuid NOT NULL,
	id uuid NOT NULL,
	trajectory_id uuid NOT NULL,
	report_comment_id uuid NOT NULL,
	text text NOT NULL,
	organisation_id uuid NOT NULL,
	created_by uuid,
	created_at timestamptz NOT NULL,
	PRIMARY KEY (municipality_id, id),
	FOREIGN KEY (municipality_id, trajectory_id) REFERENCES trajectory,
	FOREIGN KEY (municipality_id, report_comment_id) REFERENCES report_comment,
	FOREIGN KEY (municipality_id, organisation_id) REFERENCES organisation
);
CREATE INDEX ON report_reply (municipality_id, report_comment_id, created_at);
SELECT secure_tenant_table('report_reply', 'false', 'SELECT, INSERT');
