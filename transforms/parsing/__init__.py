"""From bytes as received to feed items, pages and plain text. Pure: any bytes in, values or a stated rejection out."""
