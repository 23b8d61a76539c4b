-- How a sponsor likes to be reached besides the digest; a number may be among it, so it is sealed.
alter table sponsor_profile add column sealed_reach text;
