package org.isthmus.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.isthmus.testing.Schema.Use;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaTest {

    @TempDir
    private Path folder;

    @Test
    void knowsTablesViewsAndTheTablesOfRepresentations() throws IOException {
        Schema schema = schema("""
                create table note (id uuid); -- create table no_note (id uuid);
                create table note_view (title text);
                call make_view_table('note');
                call make_seal_tables('note');
                create view note_public as select * from note;
                create table gone (id uuid);
                drop table gone;
                """);

        assertThat(schema.relations())
                .containsExactly("note", "note_history", "note_public", "note_seal", "note_sealed", "note_view");
        assertThat(schema.keys("note_sealed")).containsExactly(reads("note"), reads("note_seal"));
    }

    @Test
    void followsKeysViewsTriggersAndFunctions() throws IOException {
        Schema schema = schema("""
                create table book (id uuid);
                create table page (book_id uuid references book);
                create view shelf as select * from book b join page p on p.book_id = b.id;
                create table seen (id uuid);
                create function see() returns trigger language plpgsql as $$
                begin
                    insert into seen select id from book;
                    return null;
                end
                $$;
                create trigger page_seen after insert on page for each row execute function see();
                create function pages(of_book uuid) returns bigint language sql as $$ select count(*) from page $$;
                """);

        assertThat(schema.keys("page")).containsExactly(reads("book"));
        assertThat(schema.behind("page")).containsExactly(reads("book"), writes("seen"));
        assertThat(schema.behind("shelf")).containsExactly(reads("book"), reads("page"));
        assertThat(schema.uses("select pages(?)")).containsExactly(reads("page"));
    }

    @Test
    void tellsReadingFromWriting() throws IOException {
        Schema schema = schema("create table book (id uuid); create table page (id uuid);");

        assertThat(schema.uses("insert into book select id from page")).containsExactly(writes("book"), reads("page"));
        assertThat(schema.uses("update book set id = ? where id in (select id from book)"))
                .containsExactly(reads("book"), writes("book"));
        assertThat(schema.uses("delete from page using book")).containsExactly(reads("book"), writes("page"));
        assertThat(schema.uses("select id from page for update")).containsExactly(reads("page"));
        assertThat(schema.uses("with page as materialized (select ?) select * from page"))
                .isEmpty();
        assertThat(Schema.uses("update Book b set b.id = null", Map.of("Book", "book")))
                .containsExactly(writes("book"));
    }

    private Schema schema(String sql) throws IOException {
        Files.writeString(folder.resolve("V1__test.sql"), sql);
        return Schema.of(List.of(folder));
    }

    private static Use reads(String relation) {
        return new Use(relation, false);
    }

    private static Use writes(String relation) {
        return new Use(relation, true);
    }
}
