-- What the desk remembers about itself: files of watched folders, where the time of runs went, and reprocessing under way.
create table watched_file (
    path varchar not null,
    byte_length bigint not null,
    modified_ns bigint not null,
    changed_ns bigint not null,
    sha256 varchar,
    taken_in_at timestamptz not null
);
comment on table watched_file is 'Files of watched folders as they were when they were last taken in; a file that looks the same is not read again.';
comment on column watched_file.path is 'Absolute path; the source_uri of its arrival (of its members: path#number).';
comment on column watched_file.byte_length is 'Length in bytes.';
comment on column watched_file.modified_ns is 'When its contents were last changed, by the file system''s clock, in nanoseconds since 1970.';
comment on column watched_file.changed_ns is 'When it was last changed at all (name, rights, contents), likewise.';
comment on column watched_file.sha256 is 'SHA-256 of its contents; NULL when it could not be read.';
comment on column watched_file.taken_in_at is 'When it was last taken in, or found to be the same, UTC.';

create table run_stage (
    run_id varchar not null,
    stage varchar not null,
    seconds double not null
);
comment on table run_stage is 'Where the time of a run went.';
comment on column run_stage.run_id is 'The run.';
comment on column run_stage.stage is 'receive, record, settle, publish; `parse: …` are CPU seconds of the workers, side by side.';
comment on column run_stage.seconds is 'Seconds spent in it.';
