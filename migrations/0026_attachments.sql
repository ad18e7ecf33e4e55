-- Photos and other files that belong to a piece of evidence. What is in them lies in a folder (src/server/files); here
-- stands whose they are, what was sent, and who may be recognised on them.
CREATE TABLE attachment (
	municipality_id uuid NOT NULL,
	-- Made on the device: the same photo that is announced twice is one.
	id uuid NOT NULL,
	trajectory_id uuid NOT NULL,
	evidence_id uuid NOT NULL,
	kind text NOT NULL CHECK (kind IN ('photo', 'drawing', 'film', 'file')),
	-- coming: announced, its pieces arrive; stored: it is whole and was checked; erased: its files are gone for good.
	state text NOT NULL DEFAULT 'coming' CHECK (state IN ('coming', 'stored', 'erased')),
	-- Bytes and checksum of what the device sends: how it knows that it may forget it.
	size bigint NOT NULL CHECK (size > 0),
	sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
	-- Found in the content, never taken from a name. Empty as long as it is coming.
	media_type text NOT NULL DEFAULT '',
	width integer,
	height integer,
	-- Who can be recognised on it: nobody; made unrecognisable; they agreed that it is used here, or that everyone sees it.
	consent text NOT NULL CHECK (consent IN ('nobody', 'unrecognisable', 'agreed', 'agreed_public')),
	-- What is on it, for whoever does not see it.
	description text NOT NULL DEFAULT '',
	organisation_id uuid NOT NULL,
	created_by uuid,
	created_at timestamptz NOT NULL,
	stored_at timestamptz,
	erased_at timestamptz,
	withdrawn_at timestamptz,
	withdrawn_reason text NOT NULL DEFAULT '',
	version integer NOT NULL DEFAULT 1,
	PRIMARY KEY (municipality_id, id),
	FOREIGN KEY (municipality_id, trajectory_id) REFERENCES trajectory,
	FOREIGN KEY (municipality_id, evidence_id) REFERENCES evidence,
	FOREIGN KEY (municipality_id, organisation_id) REFERENCES organisation,
	CHECK ((state = 'stored') = (stored_at IS NOT NULL AND erased_at IS NULL)),
	CHECK ((state = 'erased') = (erased_at IS NOT NULL))
);
CREATE INDEX attachment_of_evidence ON attachment (municipality_id, evidence_id, id);
-- What is still coming, per person: how much anybody may announce at once.
CREATE INDEX attachment_coming ON attachment (municipality_id, created_by) WHERE state = 'coming';
CREATE TRIGGER keep_version BEFORE UPDATE ON attachment FOR EACH ROW EXECUTE FUNCTION keep_version();
-- The public sees what came in whole, stands, and was agreed to be seen by everyone.
SELECT secure_tenant_table('attachment',
	'state = ''stored'' AND withdrawn_at IS NULL AND consent <> ''agreed''');
-- Never more than the evidence itself: whoever does not see that, does not see what belongs to it. The subquery stands
-- under the evidence's own row-level security.
CREATE POLICY as_its_evidence ON attachment AS RESTRICTIVE FOR SELECT
	USING (EXISTS (SELECT FROM evidence e WHERE e.municipality_id = attachment.municipality_id AND e.id = attachment.evidence_id));
