CREATE TABLE `retention_run` (
	`kind` text PRIMARY KEY NOT NULL,
	`next_at` integer NOT NULL,
	`started_at` integer,
	`finished_at` integer,
	`before` integer,
	`after_at` integer,
	`after_id` text,
	`erased` integer NOT NULL,
	`erased_ever` integer NOT NULL,
	`locked_until` integer
);

--> statement-breakpoint
DROP INDEX `attachment_ticket_idx`;
--> statement-breakpoint
CREATE INDEX `attachment_loose_idx` ON `attachment` (`ticket_id`,`message_id`,`created_at`);
--> statement-breakpoint
CREATE INDEX `attachment_file_idx` ON `attachment` (`sha256`);
--> statement-breakpoint
ALTER TABLE `citizen` ADD `erased_at` integer;
--> statement-breakpoint
CREATE INDEX `citizen_old_idx` ON `citizen` (`erased_at`,`updated_at`,`id`);
--> statement-breakpoint
ALTER TABLE `contact` ADD `erased_at` integer;
--> statement-breakpoint
CREATE INDEX `contact_old_idx` ON `contact` (`state`,`erased_at`,`started_at`,`id`);
--> statement-breakpoint
ALTER TABLE `ticket` ADD `erased_at` integer;
--> statement-breakpoint
CREATE INDEX `ticket_old_idx` ON `ticket` (`erased_at`,`closed_at`,`id`);
--> statement-breakpoint
CREATE INDEX `outbox_done_idx` ON `outbox` (`done_at`);
--> statement-breakpoint
CREATE INDEX `auth_session_expires_idx` ON `auth_session` (`expires_at`);
--> statement-breakpoint
CREATE INDEX `auth_verification_expires_idx` ON `auth_verification` (`expires_at`);
--> statement-breakpoint
CREATE INDEX `sign_in_debt_paid_idx` ON `sign_in_debt` (`paid_at`);
--> statement-breakpoint
CREATE INDEX `sign_in_place_last_idx` ON `sign_in_place` (`last_at`);
--> statement-breakpoint
CREATE INDEX `message_created_idx` ON `message` (`created_at`,`id`);
--> statement-breakpoint
CREATE INDEX `call_turn_at_idx` ON `call_turn` (`at`,`id`);
--> statement-breakpoint
CREATE INDEX `recording_started_idx` ON `recording` (`started_at`,`id`);
--> statement-breakpoint
CREATE INDEX `recording_file_idx` ON `recording` (`sha256`);
--> statement-breakpoint
CREATE INDEX `draft_updated_idx` ON `draft` (`updated_at`);
