-- What the page of signing asks of all the months before.
CREATE INDEX `claims_uncalled` ON `claims` (`community_id`,`delivered_at`) WHERE called_at is null and tries_spent_at is null and callback_due_at is not null;
--> statement-breakpoint
-- INSERT OR REPLACE removes the row in its way without firing its delete trigger, so an event, a signed month or a
-- correction could be changed after all. A row whose key is taken is refused before anything is replaced, with the words
-- that the unique key itself uses: whoever lost a race reads them (src/db/store.ts, takenKey).
CREATE TRIGGER events_no_replace BEFORE INSERT ON events WHEN EXISTS (SELECT 1 FROM events WHERE stream = NEW.stream AND seq = NEW.seq) BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: events.stream, events.seq'); END;
--> statement-breakpoint
CREATE TRIGGER events_no_replace_pos BEFORE INSERT ON events WHEN EXISTS (SELECT 1 FROM events WHERE pos = NEW.pos) BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: events.pos'); END;
--> statement-breakpoint
CREATE TRIGGER months_no_replace BEFORE INSERT ON months WHEN EXISTS (SELECT 1 FROM months WHERE community_id = NEW.community_id AND month = NEW.month) BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: months.community_id, months.month'); END;
--> statement-breakpoint
CREATE TRIGGER month_corrections_no_replace BEFORE INSERT ON month_corrections WHEN EXISTS (SELECT 1 FROM month_corrections WHERE community_id = NEW.community_id AND month = NEW.month AND figure = NEW.figure AND nth = NEW.nth) BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: month_corrections.community_id, month_corrections.month, month_corrections.figure, month_corrections.nth'); END;
