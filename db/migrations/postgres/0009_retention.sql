CREATE TABLE "retention_run" (
	"kind" text PRIMARY KEY NOT NULL,
	"next_at" timestamp (3) with time zone NOT NULL,
	"started_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	"before" timestamp (3) with time zone,
	"after_at" timestamp (3) with time zone,
	"after_id" text,
	"erased" bigint NOT NULL,
	"erased_ever" bigint NOT NULL,
	"locked_until" timestamp (3) with time zone
);

--> statement-breakpoint
DROP INDEX "attachment_ticket_idx";
--> statement-breakpoint
ALTER TABLE "citizen" ADD COLUMN "erased_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "contact" ADD COLUMN "erased_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "ticket" ADD COLUMN "erased_at" timestamp (3) with time zone;
--> statement-breakpoint
CREATE INDEX "outbox_done_idx" ON "outbox" USING btree ("done_at");
--> statement-breakpoint
CREATE INDEX "auth_session_expires_idx" ON "auth_session" USING btree ("expires_at");
--> statement-breakpoint
CREATE INDEX "auth_verification_expires_idx" ON "auth_verification" USING btree ("expires_at");
--> statement-breakpoint
CREATE INDEX "sign_in_debt_paid_idx" ON "sign_in_debt" USING btree ("paid_at");
--> statement-breakpoint
CREATE INDEX "sign_in_place_last_idx" ON "sign_in_place" USING btree ("last_at");
--> statement-breakpoint
CREATE INDEX "citizen_old_idx" ON "citizen" USING btree ("erased_at","updated_at","id");
--> statement-breakpoint
CREATE INDEX "contact_old_idx" ON "contact" USING btree ("state","erased_at","started_at","id");
--> statement-breakpoint
CREATE INDEX "message_created_idx" ON "message" USING btree ("created_at","id");
--> statement-breakpoint
CREATE INDEX "attachment_loose_idx" ON "attachment" USING btree ("ticket_id","message_id","created_at");
--> statement-breakpoint
CREATE INDEX "attachment_file_idx" ON "attachment" USING btree ("sha256");
--> statement-breakpoint
CREATE INDEX "call_turn_at_idx" ON "call_turn" USING btree ("at","id");
--> statement-breakpoint
CREATE INDEX "recording_started_idx" ON "recording" USING btree ("started_at","id");
--> statement-breakpoint
CREATE INDEX "recording_file_idx" ON "recording" USING btree ("sha256");
--> statement-breakpoint
CREATE INDEX "ticket_old_idx" ON "ticket" USING btree ("erased_at","closed_at","id");
--> statement-breakpoint
CREATE INDEX "draft_updated_idx" ON "draft" USING btree ("updated_at");
