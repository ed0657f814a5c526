ALTER TABLE `residents` ADD `pinyin` text;--> statement-breakpoint
ALTER TABLE `residents` ADD `initials` text;--> statement-breakpoint
CREATE INDEX `residents_unsounded` ON `residents` (`id`) WHERE pinyin is null;