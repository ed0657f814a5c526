CREATE INDEX `wishes_table_state` ON `wishes` (`community_id`,`state`,`posted_at`,`id`);--> statement-breakpoint
CREATE INDEX `wishes_table_grid` ON `wishes` (`grid_id`,`posted_at`,`id`);