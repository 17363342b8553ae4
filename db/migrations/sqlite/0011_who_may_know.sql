ALTER TABLE `staff` ADD `former_posts` text;
--> statement-breakpoint
ALTER TABLE `attachment` ADD `attached_at` integer;
--> statement-breakpoint
ALTER TABLE `ticket` ADD `unit_search_text` text;
--> statement-breakpoint
UPDATE `attachment` SET `attached_at` = COALESCE((SELECT min(line.`at`) FROM `timeline_entry` AS line WHERE line.`ticket_id` = `attachment`.`ticket_id` AND instr(line.`data`, `attachment`.`id`) > 0), `created_at`) WHERE `ticket_id` IS NOT NULL;
