ALTER TABLE "ticket" ADD COLUMN "respondent_unit_id" text;
--> statement-breakpoint
ALTER TABLE "ticket" ADD COLUMN "why_unit" text;
--> statement-breakpoint
ALTER TABLE "answer" ADD COLUMN "attachment_ids" jsonb;
--> statement-breakpoint
ALTER TABLE "follow_up" ADD COLUMN "last_attempt_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "follow_up" ADD COLUMN "decision" text;
--> statement-breakpoint
CREATE INDEX "follow_up_decision_idx" ON "follow_up" USING btree ("decision","done_at");
