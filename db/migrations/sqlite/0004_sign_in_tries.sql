CREATE TABLE `sign_in_debt` (
	`key` text PRIMARY KEY NOT NULL,
	`paid_at` integer NOT NULL
);

--> statement-breakpoint
CREATE TABLE `sign_in_place` (
	`key` text PRIMARY KEY NOT NULL,
	`last_at` integer NOT NULL
);

