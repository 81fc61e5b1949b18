-- Attributions are kept as every service keeps them: see attributed_share.
drop table attribution;
