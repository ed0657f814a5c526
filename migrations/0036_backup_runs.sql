CREATE TABLE `backup_runs` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`ended_at` integer,
	`fault` text,
	`is_drill` integer NOT NULL,
	`is_off_site` integer,
	`bytes` integer,
	`records` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `backup_runs_minute` ON `backup_runs` (`at`);--> statement-breakpoint
CREATE INDEX `backup_runs_ended` ON `backup_runs` (`ended_at`);