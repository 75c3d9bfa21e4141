-- Note what institutions and organisations were made from.
update quality.linker set mentions = $mentions where mentions is distinct from $mentions;
