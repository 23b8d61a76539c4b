-- Whether a sponsor gets the digest: asked, confirmed by themselves, stopped by themselves, bounced.

create table subscription (
  workspace_id varchar(32) not null,
  sponsor_id   uuid        not null,
  state        varchar(16) not null,
  asks         integer     not null,
  asked_at     timestamp(6) with time zone,
  changed_at   timestamp(6) with time zone not null,
  soft_bounces integer     not null,
  why          varchar(500),
  primary key (workspace_id, sponsor_id)
);

-- What a sponsor wrote back, sealed with their key until the owner has looked at it.
create table mail_reply (
  workspace_id varchar(32) not null,
  id           uuid        not null,
  sponsor_id   uuid        not null,
  sealed_words text,
  arrived_at   timestamp(6) with time zone not null,
  state        varchar(16) not null,
  primary key (workspace_id, id)
);

-- Each mail that arrived in the mailbox is handled once; the mailbox belongs to the whole house.
create table mail_seen (
  print   varchar(64) not null primary key,
  seen_at timestamp(6) with time zone not null
);
create index mail_seen_at on mail_seen (seen_at);
