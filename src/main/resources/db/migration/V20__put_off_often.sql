-- How often somebody has put a reminder off; after some times the lead hears of it.
alter table reminder add column snoozes integer default 0 not null;
