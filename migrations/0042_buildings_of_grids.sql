CREATE TABLE `grid_buildings` (
	`community_id` text NOT NULL,
	`key` text NOT NULL,
	`grid_id` text NOT NULL,
	`place` text NOT NULL,
	`building` text NOT NULL,
	PRIMARY KEY(`community_id`, `key`)
);
--> statement-breakpoint
CREATE INDEX `grid_buildings_grid` ON `grid_buildings` (`grid_id`);