ALTER TABLE `call_offer` ADD `room` text;
--> statement-breakpoint
ALTER TABLE `call_offer` ADD `conference_ref` text;
--> statement-breakpoint
ALTER TABLE `call_offer` ADD `leg_ref` text;
--> statement-breakpoint
CREATE INDEX `call_offer_room_idx` ON `call_offer` (`room`);
--> statement-breakpoint
CREATE INDEX `call_offer_conference_idx` ON `call_offer` (`conference_ref`);
--> statement-breakpoint
CREATE INDEX `call_offer_leg_idx` ON `call_offer` (`leg_ref`);
--> statement-breakpoint
-- Calls of before remember the room of their last answer only: it goes to the last offer that was accepted.
UPDATE call_offer SET
  room = (SELECT room FROM call WHERE call.id = call_offer.call_id),
  conference_ref = (SELECT conference_ref FROM call WHERE call.id = call_offer.call_id),
  leg_ref = (SELECT agent_leg_ref FROM call WHERE call.id = call_offer.call_id)
WHERE result IN ('accepted', 'pending')
  AND offered_at = (SELECT max(offered_at) FROM call_offer AS later WHERE later.call_id = call_offer.call_id);
