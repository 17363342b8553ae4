ALTER TABLE `ticket` ADD `state_since` integer;
--> statement-breakpoint
ALTER TABLE `ticket` ADD `reminded` integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE `ticket` ADD `remind_at` integer;
--> statement-breakpoint
CREATE INDEX `ticket_remind_idx` ON `ticket` (`remind_at`);
--> statement-breakpoint
ALTER TABLE `extension` ADD `reminded` integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
-- What was a free word is one of a list: any other meant the dispatch, from which every limit ran.
UPDATE `limit_rule` SET `start_event` = 'dispatched' WHERE `start_event` NOT IN ('received', 'accepted', 'dispatched', 'signed');
--> statement-breakpoint
-- The last change is the best that is known of when a ticket came into its state; the clock worker looks at each of them once.
UPDATE `ticket` SET `state_since` = `updated_at`, `remind_at` = `updated_at` WHERE `state` NOT IN ('closed', 'declined', 'transferredOut', 'withdrawn', 'terminated', 'merged');
