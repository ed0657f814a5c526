CREATE TABLE `photos` (
	`id` text PRIMARY KEY NOT NULL,
	`wish_id` text NOT NULL,
	`round` integer NOT NULL,
	`person_id` text NOT NULL,
	`type` text NOT NULL,
	`turn` integer DEFAULT 1 NOT NULL,
	`bytes` integer NOT NULL,
	`state` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`wish_id`) REFERENCES `wishes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `photos_one_kept` ON `photos` (`wish_id`) WHERE state = 'kept';--> statement-breakpoint
CREATE INDEX `photos_clock` ON `photos` (`state`,`at`);