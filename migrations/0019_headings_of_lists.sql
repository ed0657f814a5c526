CREATE TABLE `import_headings` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`kind` text NOT NULL,
	`heading` text NOT NULL,
	`written` text NOT NULL,
	`meaning` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `import_headings_one` ON `import_headings` (`community_id`,`kind`,`heading`);
--> statement-breakpoint
-- Previews of before may hold what a list's notes said. They live a day at most, and the file can be handed in again.
DELETE FROM `imports` WHERE `committed` = 0 AND `taking_at` IS NULL;
