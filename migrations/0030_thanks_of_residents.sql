ALTER TABLE `receiver_words` ADD `claim_id` text;--> statement-breakpoint
ALTER TABLE `receiver_words` ADD `person_id` text;--> statement-breakpoint
ALTER TABLE `receiver_words` ADD `passed_at` integer;--> statement-breakpoint
CREATE INDEX `receiver_words_passed` ON `receiver_words` (`person_id`,`passed_at`) WHERE passed_at is not null;