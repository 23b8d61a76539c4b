-- The first day on which somebody who is on leave is back; until then others are written to.
alter table own_hours add column back_on date;
