-- Which rules of linking made the links: others make them anew.

create table quality.linker (
    version VARCHAR
);
comment on table quality.linker is 'Version of the rules that linked the reports. Key: version.';
comment on column quality.linker.version is 'Version of the linker.';
