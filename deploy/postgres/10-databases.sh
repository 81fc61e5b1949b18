#!/bin/bash
# Runs once, on an empty volume: for each service a database, its owner for the migrations, and a role for the application.
set -euo pipefail
for name in programming funding projects; do
  owner_password="${name^^}_OWNER_PASSWORD" password="${name^^}_PASSWORD"
  psql --username "$POSTGRES_USER" --dbname postgres --set ON_ERROR_STOP=1 --set name="$name" --set owner="${name}_owner" \
    --set owner_password="${!owner_password}" --set password="${!password}" <<'SQL'
create role :"owner" login password :'owner_password';
create role :"name" login password :'password';
create database :"name" owner :"owner";
revoke all on database :"name" from public;
grant connect on database :"name" to :"name";
SQL
done
