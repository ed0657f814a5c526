ALTER TABLE `wishes` ADD `counted_grid_id` text DEFAULT '' NOT NULL;--> statement-breakpoint
UPDATE `wishes` SET `counted_grid_id` = coalesce((SELECT `grid_id` FROM `events` WHERE `events`.`stream` = `wishes`.`id` AND `events`.`seq` = 1), `grid_id`);
