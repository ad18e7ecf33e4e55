-- An analysis form that was filled in on paper or in a spreadsheet and came back: what it would change in the form,
-- line by line, until somebody approves it.

CREATE TABLE form_import (
	municipality_id uuid NOT NULL,
	id uuid NOT NULL,
	trajectory_id uuid NOT NULL,
	-- For whom it was filled in; who uploaded it is created_by.
	organisation_id uuid NOT NULL,
	file_name text NOT NULL,
	format text NOT NULL CHECK (format IN ('xlsx', 'docx', 'csv')),
	-- SHA-256 of the file, to know it again.
	fingerprint text NOT NULL,
	-- When the form went out; null when the file does not say.
	sent_at timestamptz,
	-- The file is a form of another trajectory.
	is_foreign boolean NOT NULL,
	-- How many entries came back as they were.
	unchanged integer NOT NULL,
	-- What had to be guessed about its columns.
	notes jsonb NOT NULL,
	created_by uuid,
	created_at timestamptz NOT NULL,
	PRIMARY KEY (municipality_id, id),
	UNIQUE (municipality_id, trajectory_id, fingerprint),
	FOREIGN KEY (municipality_id, trajectory_id) REFERENCES trajectory,
	FOREIGN KEY (municipality_id, organisation_id) REFERENCES organisation
);
CREATE INDEX form_import_list ON form_import (municipality_id, trajectory_id, created_at, id);
SELECT secure_tenant_table('form_import', 'false');
-- What comes back during a silent round is as silent as what is typed in it.
SELECT keep_silent('form_import');

CREATE TABLE form_import_line (
	municipality_id uuid NOT NULL,
	id uuid NOT NULL,
	import_id uuid NOT NULL,
	-- Its place in the file.
	position integer NOT NULL,
	kind text NOT NULL CHECK (kind IN ('new', 'changed', 'removed', 'unplaced', 'source')),
	-- Sheet and cell, or row and cell of a table.
	file_place text NOT NULL,
	-- What stands above or in front of it in the file, where that is nothing of the form.
	heading text NOT NULL DEFAULT '',
	text text NOT NULL,
	theme text,
	-- What kind of entry it is within its theme: `risk`, `signal.problem`, `provision.offered`, `knowledge`.
	slot text,
	-- The entry that it changes or takes out, or that a source is named with.
	entry_table text CHECK (entry_table IN ('finding', 'provision', 'knowledge_need')),
	entry_id uuid,
	-- How that entry read when the form went out: version, text, theme, slot.
	base jsonb,
	-- The line of this file that a source is named with.
	parent_id uuid,
	-- Why it has no place yet, or cannot be taken in as it is.
	problem text,
	state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'approved', 'left')),
	-- What was made or changed: the entry, its version afterwards, and how it read before.
	outcome jsonb,
	decided_by uuid,
	decided_at timestamptz,
	version integer NOT NULL DEFAULT 1,
	PRIMARY KEY (municipality_id, id),
	CHECK ((entry_table IS NULL) = (entry_id IS NULL)),
	FOREIGN KEY (municipality_id, import_id) REFERENCES form_import,
	FOREIGN KEY (municipality_id, parent_id) REFERENCES form_import_line
);
CREATE INDEX form_import_line_list ON form_import_line (municipality_id, import_id, position);
CREATE INDEX ON form_import_line (municipality_id, parent_id) WHERE parent_id IS NOT NULL;
CREATE TRIGGER keep_version BEFORE UPDATE ON form_import_line FOR EACH ROW EXECUTE FUNCTION keep_version();
SELECT secure_tenant_table('form_import_line', 'false');
-- A line is as silent as its import.
CREATE POLICY silence ON form_import_line AS RESTRICTIVE FOR SELECT USING (EXISTS (
	SELECT FROM form_import i WHERE i.municipality_id = form_import_line.municipality_id AND i.id = form_import_line.import_id));
