CREATE INDEX `contact_call_idx` ON `contact` (`call_id`);
