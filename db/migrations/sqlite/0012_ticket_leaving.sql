ALTER TABLE `ticket` ADD `leaving` text;
