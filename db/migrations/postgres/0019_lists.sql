CREATE TABLE "holding" (
	"unit_id" text NOT NULL,
	"ticket_id" text NOT NULL,
	"led" boolean NOT NULL,
	"state" text NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"due_sort" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"kind" text,
	"urgency" text NOT NULL,
	"channel" text NOT NULL,
	"matter_code" text,
	"danger" text,
	"supervised" boolean NOT NULL,
	"respondent_unit_id" text
);

--> statement-breakpoint
-- What units hold now: what is in force, and what they had when the ticket ended; theirs, and that of every unit above them below the root.
INSERT INTO holding (unit_id, ticket_id, led, state, closed_at, due_sort, updated_at, created_at, kind, urgency, channel, matter_code, danger, supervised, respondent_unit_id)
WITH RECURSIVE up (unit_id, above_id) AS (
  SELECT id, id FROM unit WHERE parent_id IS NOT NULL
  UNION ALL
  SELECT up.unit_id, unit.parent_id FROM up
  JOIN unit ON unit.id = up.above_id
  JOIN unit AS parent ON parent.id = unit.parent_id AND parent.parent_id IS NOT NULL
),
last (ticket_id, round) AS (SELECT ticket_id, max(round) FROM assignment GROUP BY ticket_id),
held (unit_id, ticket_id, led) AS (
  SELECT up.above_id, part.ticket_id, max(CASE WHEN part.ended_at IS NULL AND part.role = 'lead' THEN 1 ELSE 0 END)
  FROM assignment AS part
  JOIN last ON last.ticket_id = part.ticket_id
  JOIN up ON up.unit_id = part.unit_id
  WHERE part.ended_at IS NULL
    OR (part.round = last.round AND part.end_reason IN ('closed', 'withdrawn', 'terminated', 'merged'))
  GROUP BY up.above_id, part.ticket_id
)
SELECT held.unit_id, held.ticket_id, held.led = 1, t.state, t.closed_at, t.due_sort, t.updated_at, t.created_at, t.kind, t.urgency, t.channel, t.matter_code, t.danger, t.supervised, t.respondent_unit_id
FROM held JOIN ticket AS t ON t.id = held.ticket_id;
--> statement-breakpoint
DROP INDEX "ticket_state_due_idx";
--> statement-breakpoint
DROP INDEX "ticket_old_idx";
--> statement-breakpoint
CREATE UNIQUE INDEX "holding_ticket_idx" ON "holding" USING btree ("ticket_id","unit_id");
--> statement-breakpoint
CREATE INDEX "holding_open_clock_idx" ON "holding" USING btree ("unit_id","state","due_sort","ticket_id","led","updated_at","created_at","kind","urgency","channel","matter_code","danger","supervised","respondent_unit_id") WHERE closed_at is null;
--> statement-breakpoint
CREATE INDEX "holding_ended_clock_idx" ON "holding" USING btree ("unit_id","due_sort","ticket_id","state","created_at","kind","urgency","channel","matter_code","respondent_unit_id") WHERE closed_at is not null;
--> statement-breakpoint
CREATE INDEX "holding_open_updated_idx" ON "holding" USING btree ("unit_id","state","updated_at","ticket_id","led","due_sort","created_at","kind","urgency","channel","matter_code","danger","supervised","respondent_unit_id") WHERE closed_at is null;
--> statement-breakpoint
CREATE INDEX "holding_ended_updated_idx" ON "holding" USING btree ("unit_id","updated_at","ticket_id","state","created_at","kind","urgency","channel","matter_code","respondent_unit_id") WHERE closed_at is not null;
--> statement-breakpoint
CREATE INDEX "holding_open_created_idx" ON "holding" USING btree ("unit_id","state","created_at","ticket_id","led","due_sort","updated_at","kind","urgency","channel","matter_code","danger","supervised","respondent_unit_id") WHERE closed_at is null;
--> statement-breakpoint
CREATE INDEX "holding_ended_created_idx" ON "holding" USING btree ("unit_id","created_at","ticket_id","state","kind","urgency","channel","matter_code","respondent_unit_id") WHERE closed_at is not null;
--> statement-breakpoint
CREATE INDEX "ticket_accusing_merged_idx" ON "ticket" USING btree ("respondent_unit_id") WHERE main_ticket_id is not null;
--> statement-breakpoint
CREATE INDEX "ticket_open_clock_idx" ON "ticket" USING btree ("state","due_sort","id","updated_at","created_at","kind","urgency","channel","matter_code","danger","supervised","respondent_unit_id") WHERE closed_at is null;
--> statement-breakpoint
CREATE INDEX "ticket_ended_state_clock_idx" ON "ticket" USING btree ("state","due_sort","id","updated_at","created_at") WHERE closed_at is not null;
--> statement-breakpoint
CREATE INDEX "ticket_ended_kind_clock_idx" ON "ticket" USING btree ("kind","due_sort","id") WHERE closed_at is not null;
--> statement-breakpoint
CREATE INDEX "ticket_ended_urgency_clock_idx" ON "ticket" USING btree ("urgency","due_sort","id") WHERE closed_at is not null;
--> statement-breakpoint
CREATE INDEX "ticket_ended_channel_clock_idx" ON "ticket" USING btree ("channel","due_sort","id") WHERE closed_at is not null;
--> statement-breakpoint
CREATE INDEX "ticket_ended_matter_clock_idx" ON "ticket" USING btree ("matter_code","due_sort","id") WHERE closed_at is not null;
--> statement-breakpoint
CREATE INDEX "ticket_open_updated_idx" ON "ticket" USING btree ("state","updated_at","id","due_sort","created_at","kind","urgency","channel","matter_code","danger","supervised","respondent_unit_id") WHERE closed_at is null;
--> statement-breakpoint
CREATE INDEX "ticket_ended_state_updated_idx" ON "ticket" USING btree ("state","updated_at","id","due_sort","created_at") WHERE closed_at is not null;
--> statement-breakpoint
CREATE INDEX "ticket_ended_kind_updated_idx" ON "ticket" USING btree ("kind","updated_at","id") WHERE closed_at is not null;
--> statement-breakpoint
CREATE INDEX "ticket_ended_urgency_updated_idx" ON "ticket" USING btree ("urgency","updated_at","id") WHERE closed_at is not null;
--> statement-breakpoint
CREATE INDEX "ticket_ended_channel_updated_idx" ON "ticket" USING btree ("channel","updated_at","id") WHERE closed_at is not null;
--> statement-breakpoint
CREATE INDEX "ticket_ended_matter_updated_idx" ON "ticket" USING btree ("matter_code","updated_at","id") WHERE closed_at is not null;
--> statement-breakpoint
CREATE INDEX "ticket_open_created_idx" ON "ticket" USING btree ("state","created_at","id","due_sort","updated_at","kind","urgency","channel","matter_code","danger","supervised","respondent_unit_id") WHERE closed_at is null;
--> statement-breakpoint
CREATE INDEX "ticket_ended_state_created_idx" ON "ticket" USING btree ("state","created_at","id","due_sort","updated_at") WHERE closed_at is not null;
--> statement-breakpoint
CREATE INDEX "ticket_ended_kind_created_idx" ON "ticket" USING btree ("kind","created_at","id") WHERE closed_at is not null;
--> statement-breakpoint
CREATE INDEX "ticket_ended_urgency_created_idx" ON "ticket" USING btree ("urgency","created_at","id") WHERE closed_at is not null;
--> statement-breakpoint
CREATE INDEX "ticket_ended_channel_created_idx" ON "ticket" USING btree ("channel","created_at","id") WHERE closed_at is not null;
--> statement-breakpoint
CREATE INDEX "ticket_ended_matter_created_idx" ON "ticket" USING btree ("matter_code","created_at","id") WHERE closed_at is not null;
--> statement-breakpoint
CREATE INDEX "ticket_old_idx" ON "ticket" USING btree ("erased_at","closed_at","id") WHERE closed_at is not null;
