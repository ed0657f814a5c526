ALTER TABLE `residents` ADD `asked_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `residents_asked` ON `residents` (`community_id`,`asked_at`);--> statement-breakpoint
UPDATE `residents` SET `asked_at` = max(`created_at`, coalesce((SELECT max(`at`) FROM `consents` WHERE `consents`.`resident_id` = `residents`.`id`), 0), coalesce((SELECT max(`posted_at`) FROM `wish_details` JOIN `wishes` ON `wishes`.`id` = `wish_details`.`wish_id` WHERE `wish_details`.`resident_id` = `residents`.`id`), 0));
