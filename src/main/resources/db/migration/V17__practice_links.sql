-- Links of the library that were looked at: how often in a row nobody answered, since when one leads
-- nowhere, and when it is looked at next (null for the coming night).
alter table library_item add column link_misses integer default 0 not null;
alter table library_item add column link_dead_at timestamp(6) with time zone;
alter table library_item add column link_look_at timestamp(6) with time zone;
create index library_item_link on library_item (link_look_at, id);
