ALTER TABLE `ticket` ADD `respondent_unit_id` text;
--> statement-breakpoint
ALTER TABLE `ticket` ADD `why_unit` text;
--> statement-breakpoint
ALTER TABLE `answer` ADD `attachment_ids` text;
--> statement-breakpoint
ALTER TABLE `follow_up` ADD `last_attempt_at` integer;
--> statement-breakpoint
ALTER TABLE `follow_up` ADD `decision` text;
--> statement-breakpoint
CREATE INDEX `follow_up_decision_idx` ON `follow_up` (`decision`,`done_at`);
