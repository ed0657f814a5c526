ALTER TABLE `month_corrections` ADD `public_reason` text;--> statement-breakpoint
CREATE TRIGGER month_corrections_reason_no_update BEFORE UPDATE OF public_reason ON month_corrections BEGIN SELECT RAISE(ABORT, 'a correction is never changed'); END;
