ALTER TABLE `call` ADD `outcome` text;
--> statement-breakpoint
ALTER TABLE `call` ADD `outcome_note` text;
--> statement-breakpoint
ALTER TABLE `presence` ADD `return_to` text;
--> statement-breakpoint
ALTER TABLE `presence` ADD `missed_at` integer;
