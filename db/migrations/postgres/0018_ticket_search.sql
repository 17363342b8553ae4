CREATE TABLE "ticket_search" (
	"key" bigserial PRIMARY KEY NOT NULL,
	"ticket_id" text NOT NULL,
	"spelling" bigint DEFAULT 0 NOT NULL,
	"print" bigint DEFAULT 0 NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX "ticket_search_ticket_idx" ON "ticket_search" USING btree ("ticket_id");
--> statement-breakpoint
CREATE INDEX "ticket_search_spelling_idx" ON "ticket_search" USING btree ("spelling","key");
--> statement-breakpoint
INSERT INTO "ticket_search" ("key", "ticket_id") SELECT row_number() OVER (ORDER BY "created_at", "id"), "id" FROM "ticket";
--> statement-breakpoint
SELECT setval(pg_get_serial_sequence('ticket_search', 'key'), (SELECT greatest(count(*), 1) FROM "ticket_search"), (SELECT count(*) > 0 FROM "ticket_search"));
--> statement-breakpoint
CREATE TABLE "ticket_words" (
	"key" bigint PRIMARY KEY NOT NULL,
	"words" integer[] NOT NULL
);
--> statement-breakpoint
CREATE INDEX "ticket_words_idx" ON "ticket_words" USING gin ("words") WITH (fastupdate = off);
