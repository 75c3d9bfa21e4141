-- Promises that people enter lie among what was received.

comment on column raw.item.body_kind is 'html, text, or promise: a promise entered by hand, as JSON with its citation.';
