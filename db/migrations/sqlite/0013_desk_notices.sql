CREATE TABLE `desk_notice` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`subject` text NOT NULL,
	`topic` text NOT NULL,
	`type` text NOT NULL,
	`entity_id` text NOT NULL,
	`payload` text NOT NULL,
	`citizen_id` text,
	`accused` text,
	`open` integer NOT NULL,
	`handled_by` text,
	`handled_name` text,
	`handled_at` integer,
	`handled_how` text
);

--> statement-breakpoint
CREATE INDEX `desk_notice_at_idx` ON `desk_notice` (`at`,`id`);
--> statement-breakpoint
CREATE INDEX `desk_notice_subject_idx` ON `desk_notice` (`subject`,`at`);
--> statement-breakpoint
CREATE INDEX `desk_notice_open_idx` ON `desk_notice` (`open`,`at`);
--> statement-breakpoint
CREATE INDEX `desk_notice_citizen_idx` ON `desk_notice` (`citizen_id`,`at`);
--> statement-breakpoint
CREATE TABLE `desk_notice_hearer` (
	`hearer` text NOT NULL,
	`subject` text NOT NULL,
	`notice_id` text NOT NULL,
	`at` integer NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `desk_notice_hearer_subject_idx` ON `desk_notice_hearer` (`subject`,`hearer`);
--> statement-breakpoint
CREATE INDEX `desk_notice_hearer_at_idx` ON `desk_notice_hearer` (`hearer`,`at`,`notice_id`);
--> statement-breakpoint
CREATE INDEX `desk_notice_hearer_notice_idx` ON `desk_notice_hearer` (`notice_id`);
--> statement-breakpoint
CREATE TABLE `desk_notice_read` (
	`notice_id` text NOT NULL,
	`staff_id` text NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `desk_notice_read_idx` ON `desk_notice_read` (`notice_id`,`staff_id`);
--> statement-breakpoint
CREATE TABLE `desk_notice_seen` (
	`id` text PRIMARY KEY NOT NULL,
	`up_to` integer NOT NULL
);

