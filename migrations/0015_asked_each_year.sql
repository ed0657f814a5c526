ALTER TABLE `imports` ADD `taking_at` integer;--> statement-breakpoint
CREATE INDEX `imports_taking` ON `imports` (`taking_at`) WHERE taking_at is not null;--> statement-breakpoint
ALTER TABLE `notices` ADD `about_id` text;--> statement-breakpoint
ALTER TABLE `residents` ADD `kept_on` text;--> statement-breakpoint
ALTER TABLE `residents` ADD `kept_due_at` integer;--> statement-breakpoint
CREATE INDEX `residents_kept` ON `residents` (`community_id`,`kept_on`) WHERE kept_due_at is null and ended_at is null;--> statement-breakpoint
CREATE INDEX `residents_kept_due` ON `residents` (`community_id`,`kept_due_at`) WHERE kept_due_at is not null and ended_at is null;--> statement-breakpoint
UPDATE `residents` SET `kept_on` = (SELECT max(`day`) FROM `consents` WHERE `consents`.`resident_id` = `residents`.`id` AND `purpose` = 'kept' AND `given` = 1);--> statement-breakpoint
UPDATE `imports` SET `taking_at` = `at` WHERE `committed` = 0 AND CASE WHEN json_valid(`content`) THEN json_extract(`content`, '$.taking.at') END IS NOT NULL;
