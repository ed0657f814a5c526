CREATE TABLE `steps_told` (
	`wish_id` text NOT NULL,
	`seq` integer NOT NULL,
	`told_by` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`wish_id`, `seq`),
	FOREIGN KEY (`wish_id`) REFERENCES `wishes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `receipts` ADD `followed_at` integer;