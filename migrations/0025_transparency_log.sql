-- A log over the events that anyone can check: docs/decisions says how it is made. The rows of log_tiles grow, so only the
-- signed states are kept from change; a tile that is changed no longer leads to them.
CREATE TABLE `log_heads` (
	`size` integer PRIMARY KEY NOT NULL,
	`prev` integer NOT NULL,
	`pos` integer NOT NULL,
	`note` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `log_heads_prev_unique` ON `log_heads` (`prev`);--> statement-breakpoint
CREATE UNIQUE INDEX `log_heads_pos` ON `log_heads` (`pos`);--> statement-breakpoint
CREATE TABLE `log_tiles` (
	`level` integer NOT NULL,
	`n` integer NOT NULL,
	`bytes` blob NOT NULL,
	PRIMARY KEY(`level`, `n`)
);
--> statement-breakpoint
CREATE TRIGGER log_heads_no_update BEFORE UPDATE ON log_heads BEGIN SELECT RAISE(ABORT, 'a signed state of the log is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER log_heads_no_delete BEFORE DELETE ON log_heads BEGIN SELECT RAISE(ABORT, 'a signed state of the log is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER log_heads_no_replace BEFORE INSERT ON log_heads WHEN EXISTS (SELECT 1 FROM log_heads WHERE size = NEW.size OR prev = NEW.prev OR pos = NEW.pos) BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: log_heads.prev'); END;
