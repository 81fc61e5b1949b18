-- How many of its smallest units a currency has (ISO 4217).
create function units_of(currency text) returns int language sql immutable parallel safe as $$
    select case when currency in ('BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'UYI', 'VND',
                                  'VUV', 'XAF', 'XOF', 'XPF') then 1
                when currency in ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') then 1000
                when currency in ('CLF', 'UYW') then 10000
                else 100 end
$$;
