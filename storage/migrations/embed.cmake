# cmake -DSQL_FILES=a.sql;b.sql -DTABLE=out.h -P embed.cmake
set(entries "")
set(expected 1)
foreach(file IN LISTS SQL_FILES)
    get_filename_component(name ${file} NAME)
    string(REGEX MATCH "^[0-9]+" digits ${name})
    math(EXPR number "${digits} * 1")
    if(NOT number EQUAL expected)
        message(FATAL_ERROR "${name}: migration ${expected} was expected here; numbers have neither gaps nor twins")
    endif()
    math(EXPR expected "${expected} + 1")
    file(READ ${file} sql)
    string(APPEND entries "    {${number}, R\"sql(${sql})sql\"},\n")
endforeach()
file(
    WRITE ${TABLE}
    "#pragma once\n\n#include \"storage/migrations/migrations.h\"\n\nnamespace unknot::tables {\n\n"
    "inline constexpr storage::Migration migrations[] = {\n${entries}};\n\n}  // namespace unknot::tables\n")
