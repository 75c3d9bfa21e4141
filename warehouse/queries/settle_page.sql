-- A page that could be had at last: what refused it before is settled.
delete from raw.rejection where source = $source and locator = $url and starts_with(code, 'page_')
