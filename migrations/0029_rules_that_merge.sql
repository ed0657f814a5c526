DROP INDEX `rule_versions_day`;--> statement-breakpoint
ALTER TABLE `rule_versions` ADD `changed` text;--> statement-breakpoint
ALTER TABLE `rule_versions` ADD `cancelled_at` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `rule_versions_day` ON `rule_versions` (`community_id`,`from_day`) WHERE "rule_versions"."cancelled_at" is null;