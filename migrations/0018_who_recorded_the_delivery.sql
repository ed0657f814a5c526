ALTER TABLE `wishes` ADD `delivered_by` text;--> statement-breakpoint
-- Until now nobody but the claimant could record a delivery.
UPDATE `wishes` SET `delivered_by` = `claimant_id` WHERE `delivered_at` IS NOT NULL;
