CREATE TABLE "desk_notice" (
	"id" text PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"subject" text NOT NULL,
	"topic" text NOT NULL,
	"type" text NOT NULL,
	"entity_id" text NOT NULL,
	"payload" jsonb NOT NULL,
	"citizen_id" text,
	"accused" jsonb,
	"open" boolean NOT NULL,
	"handled_by" text,
	"handled_name" text,
	"handled_at" timestamp (3) with time zone,
	"handled_how" text
);

--> statement-breakpoint
CREATE TABLE "desk_notice_hearer" (
	"hearer" text NOT NULL,
	"subject" text NOT NULL,
	"notice_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "desk_notice_read" (
	"notice_id" text NOT NULL,
	"staff_id" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "desk_notice_seen" (
	"id" text PRIMARY KEY NOT NULL,
	"up_to" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE INDEX "desk_notice_at_idx" ON "desk_notice" USING btree ("at","id");
--> statement-breakpoint
CREATE INDEX "desk_notice_subject_idx" ON "desk_notice" USING btree ("subject","at");
--> statement-breakpoint
CREATE INDEX "desk_notice_open_idx" ON "desk_notice" USING btree ("open","at");
--> statement-breakpoint
CREATE INDEX "desk_notice_citizen_idx" ON "desk_notice" USING btree ("citizen_id","at");
--> statement-breakpoint
CREATE UNIQUE INDEX "desk_notice_hearer_subject_idx" ON "desk_notice_hearer" USING btree ("subject","hearer");
--> statement-breakpoint
CREATE INDEX "desk_notice_hearer_at_idx" ON "desk_notice_hearer" USING btree ("hearer","at","notice_id");
--> statement-breakpoint
CREATE INDEX "desk_notice_hearer_notice_idx" ON "desk_notice_hearer" USING btree ("notice_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "desk_notice_read_idx" ON "desk_notice_read" USING btree ("notice_id","staff_id");
