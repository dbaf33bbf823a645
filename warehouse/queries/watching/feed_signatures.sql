-- Every watch with what its feed is to hold, as one value that changes with it; NULL without any alert.
with latest as (
    select watch, alert_id from alert qualify row_number() over (partition by watch order by found_at desc, alert_id) <= $most
)
select w.name, md5(string_agg(l.alert_id, ',' order by l.alert_id)) from watch w left join latest l on l.watch = w.name group by w.name
