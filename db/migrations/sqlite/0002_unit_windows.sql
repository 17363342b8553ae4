ALTER TABLE `assignment` ADD `return_by` integer;
--> statement-breakpoint
ALTER TABLE `assignment` ADD `clock` text;
--> statement-breakpoint
ALTER TABLE `assignment` ADD `told` text;
