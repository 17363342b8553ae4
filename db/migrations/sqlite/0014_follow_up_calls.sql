CREATE TABLE `follow_up_attempt` (
	`id` text PRIMARY KEY NOT NULL,
	`follow_up_id` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`outcome` text NOT NULL,
	`note` text,
	`call_id` text,
	`without_call` text,
	`known` text,
	`check` text,
	`checked_at` integer,
	`checked_by` text,
	`check_note` text
);

--> statement-breakpoint
CREATE INDEX `follow_up_attempt_idx` ON `follow_up_attempt` (`follow_up_id`,`at`);
--> statement-breakpoint
CREATE UNIQUE INDEX `follow_up_attempt_call_idx` ON `follow_up_attempt` (`call_id`);
--> statement-breakpoint
ALTER TABLE `message` ADD `notice` text;
--> statement-breakpoint
ALTER TABLE `call` ADD `follow_up_id` text;
--> statement-breakpoint
CREATE INDEX `call_follow_up_idx` ON `call` (`follow_up_id`);
--> statement-breakpoint
ALTER TABLE `follow_up` ADD `answer_id` text;
--> statement-breakpoint
ALTER TABLE `follow_up` ADD `asked_at` integer;
--> statement-breakpoint
ALTER TABLE `follow_up` ADD `misread` integer;
--> statement-breakpoint
ALTER TABLE `follow_up` ADD `listed_for` text;
--> statement-breakpoint
ALTER TABLE `follow_up` ADD `without_call` integer;
--> statement-breakpoint
ALTER TABLE `follow_up` ADD `check` text;
--> statement-breakpoint
CREATE UNIQUE INDEX `follow_up_answer_idx` ON `follow_up` (`ticket_id`,`answer_id`);
--> statement-breakpoint
CREATE INDEX `follow_up_check_idx` ON `follow_up` (`check`,`done_at`);
