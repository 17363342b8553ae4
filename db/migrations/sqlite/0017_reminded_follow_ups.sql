ALTER TABLE `follow_up` ADD `reminded` integer DEFAULT 0 NOT NULL;
