CREATE TABLE "sign_in_debt" (
	"key" text PRIMARY KEY NOT NULL,
	"paid_at" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "sign_in_place" (
	"key" text PRIMARY KEY NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL
);

