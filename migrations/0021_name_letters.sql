DROP INDEX `residents_unsounded`;--> statement-breakpoint
ALTER TABLE `residents` ADD `name_key` text;--> statement-breakpoint
CREATE INDEX `residents_unsounded` ON `residents` (`id`) WHERE name_key is null;