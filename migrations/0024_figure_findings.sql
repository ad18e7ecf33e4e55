-- A newer figure than the one among the sources was seen, and the older one was kept, with the reason. The newer series is
-- named without a reference: what was decided stays when its publication is replaced in its turn.
CREATE TABLE kept_figure (
	municipality_id uuid NOT NULL,
	id uuid NOT NULL,
	trajectory_id uuid NOT NULL,
	evidence_id uuid NOT NULL,
	series_id integer NOT NULL,
	reason text NOT NULL CHECK (reason <> ''),
	organisation_id uuid NOT NULL,
	created_by uuid,
	created_at timestamptz NOT NULL,
	withdrawn_at timestamptz,
	withdrawn_reason text NOT NULL DEFAULT '',
	version integer NOT NULL DEFAULT 1,
	PRIMARY KEY (municipality_id, id),
	FOREIGN KEY (municipality_id, trajectory_id) REFERENCES trajectory,
	FOREIGN KEY (municipality_id, evidence_id) REFERENCES evidence,
	FOREIGN KEY (municipality_id, organisation_id) REFERENCES organisation
);
CREATE UNIQUE INDEX one_choice_a_figure ON kept_figure (municipality_id, evidence_id, series_id)
	WHERE withdrawn_at IS NULL;
CREATE TRIGGER keep_version BEFORE UPDATE ON kept_figure FOR EACH ROW EXECUTE FUNCTION keep_version();
SELECT secure_tenant_table('kept_figure', 'false');
