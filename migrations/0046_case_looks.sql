CREATE TABLE `case_looks` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`code` text NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `case_looks_place` ON `case_looks` (`community_id`,`at`);