ALTER TABLE `message` ADD `machine` text;
