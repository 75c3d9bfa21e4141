-- Say which rules made the links.
delete from quality.linker;
insert into quality.linker values ($version);
